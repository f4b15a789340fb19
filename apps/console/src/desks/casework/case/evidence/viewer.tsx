import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { ProblemError } from '../../../../api/problem-error.ts';
import { useWords } from '../../../../app/i18n/define-words.ts';
import { useShortcut } from '../../../../app/keys/use-shortcut.ts';
import { ErrorAlert } from '../../../../components/error-alert.tsx';
import { Loading } from '../../../../components/loading.tsx';
import { MarkButton } from '../mark-button.tsx';
import { reviewWords } from '../words.ts';

const PdfView = lazy(async () => ({ default: (await import('./pdf-view.tsx')).PdfView }));

interface ViewerProps {
  readonly address: string;
  readonly mediaType: string;
  readonly slot: string;
  readonly name: string;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

const ZOOM_STEP = 1.25;
const QUARTER = 90;

async function fetchPaper(address: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(address, { signal }).catch((fault: unknown) => {
    throw signal.aborted ? fault : ProblemError.unreachable();
  });
  if (!response.ok) throw ProblemError.of(response, await response.json().catch(() => undefined));
  return response.blob();
}

/** A paper: PDF page by page, or an image; larger, smaller, turned. Whatever cannot be shown can be downloaded. */
export function Viewer({ address, mediaType, slot, name, page, onPage }: ViewerProps) {
  const words = useWords(reviewWords);
  const { data, error, refetch } = useQuery({
    queryKey: ['papers', address],
    queryFn: ({ signal }) => fetchPaper(address, signal),
    staleTime: Infinity,
    gcTime: 300_000,
  });
  const [pages, setPages] = useState(1);
  const [zoom, setZoom] = useState(1);
  const [turn, setTurn] = useState(0);
  const isPdf = mediaType === 'application/pdf';
  const isImage = mediaType.startsWith('image/');
  const previous = (): void => onPage(Math.max(1, page - 1));
  const next = (): void => onPage(Math.min(pages, page + 1));
  useShortcut('[', { zh: '上一页', en: 'Previous page' }, previous, isPdf);
  useShortcut(']', { zh: '下一页', en: 'Next page' }, next, isPdf);
  const place = pages > 1 ? words.place.page(name, page) : words.place.whole(name);
  return (
    <div className="kbt-viewer">
      <div className="kbt-viewer-bar">
        {isPdf && (
          <>
            <Button size="small" disabled={page <= 1} onClick={previous} aria-label={words.previousPage}>
              ‹
            </Button>
            <span role="status">{words.page(page, pages)}</span>
            <Button size="small" disabled={page >= pages} onClick={next} aria-label={words.nextPage}>
              ›
            </Button>
          </>
        )}
        <Button size="small" onClick={() => setZoom(zoom / ZOOM_STEP)} aria-label={words.zoomOut}>
          −
        </Button>
        <Button size="small" onClick={() => setZoom(zoom * ZOOM_STEP)} aria-label={words.zoomIn}>
          +
        </Button>
        <Button size="small" onClick={() => setTurn((turn + QUARTER) % 360)} aria-label={words.rotate}>
          ⟳
        </Button>
        <a href={address} download>
          {words.download}
        </a>
        <MarkButton anchor={{ pointer: `/materials/${slot}`, page }} place={place} />
      </div>
      <div className="kbt-viewer-sheet" tabIndex={0} role="region" aria-label={name}>
        {error && <ErrorAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading rows={8} />}
        {data && isPdf && (
          <Suspense fallback={<Loading rows={8} />}>
            <PdfView
              bytes={data}
              page={page}
              zoom={zoom}
              turn={turn}
              label={words.pageImage(name, page)}
              failed={words.cannotShow}
              onPages={setPages}
            />
          </Suspense>
        )}
        {data && isImage && <ImageView bytes={data} zoom={zoom} turn={turn} label={name} />}
        {data && !isPdf && !isImage && <p>{words.cannotShow}</p>}
      </div>
    </div>
  );
}

function ImageView({
  bytes,
  zoom,
  turn,
  label,
}: {
  readonly bytes: Blob;
  readonly zoom: number;
  readonly turn: number;
  readonly label: string;
}) {
  const address = useMemo(() => URL.createObjectURL(bytes), [bytes]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return <img src={address} alt={label} style={{ width: `${zoom * 100}%`, transform: `rotate(${turn}deg)` }} />;
}
