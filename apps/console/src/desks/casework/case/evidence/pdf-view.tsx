import { useEffect, useRef, useState } from 'react';
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerAddress;

/** Around the page, left and right together; see .kbt-viewer-sheet. */
const SHEET_PADDING = 16;

interface PdfViewProps {
  readonly bytes: Blob;
  readonly page: number;
  readonly zoom: number;
  readonly turn: number;
  readonly label: string;
  /** Shown where the file is not a PDF one can draw. */
  readonly failed: string;
  readonly onPages: (pages: number) => void;
}

/** One page of a PDF, drawn by our own code: no plug-in, no script of the file runs. */
export function PdfView({ bytes, page, zoom, turn, label, failed, onPages }: PdfViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [document, setDocument] = useState<PDFDocumentProxy>();
  const [isBroken, setBroken] = useState(false);
  const wanted = `${page}/${zoom}/${turn}`;
  const [drawn, setDrawn] = useState<string>();
  useEffect(() => {
    let isGone = false;
    let loading: ReturnType<typeof getDocument> | undefined;
    void bytes
      .arrayBuffer()
      .then((data) => {
        if (isGone) return undefined;
        loading = getDocument({ data, enableXfa: false });
        return loading.promise;
      })
      .then((opened) => {
        if (!opened || isGone) return;
        setDocument(opened);
        onPages(opened.numPages);
      })
      .catch(() => setBroken(!isGone));
    return () => {
      isGone = true;
      void loading?.destroy();
    };
  }, [bytes, onPages]);
  useEffect(() => {
    const target = canvas.current;
    if (!document || !target) return undefined;
    let isGone = false;
    const drawing = document
      .getPage(Math.min(page, document.numPages))
      .then((sheet) => {
        if (isGone) return undefined;
        const width = (target.parentElement?.clientWidth ?? 600) - SHEET_PADDING;
        const plain = sheet.getViewport({ scale: 1, rotation: (sheet.rotate + turn) % 360 });
        const viewport = sheet.getViewport({
          scale: (width / plain.width) * zoom * devicePixelRatio,
          rotation: (sheet.rotate + turn) % 360,
        });
        target.width = viewport.width;
        target.height = viewport.height;
        target.style.width = `${viewport.width / devicePixelRatio}px`;
        return sheet.render({ canvas: target, viewport }).promise;
      })
      .then(() => {
        if (!isGone) setDrawn(wanted);
      })
      .catch(() => setBroken(!isGone));
    return () => {
      isGone = true;
      void drawing;
    };
  }, [document, page, zoom, turn, wanted]);
  return isBroken ? <p>{failed}</p> : <canvas ref={canvas} role="img" aria-label={label} aria-busy={drawn !== wanted} />;
}
