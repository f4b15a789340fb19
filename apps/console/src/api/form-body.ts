/** The body of an upload: typed by the API's description, sent as a form so that the browser writes the boundary. */
export function formBody(fields: Readonly<Record<string, string | File>>): { readonly bodySerializer: () => FormData } {
  return {
    bodySerializer: () => {
      const form = new FormData();
      // The file goes last: what it belongs to must be known before its bytes arrive.
      for (const [name, value] of Object.entries(fields)) if (typeof value === 'string') form.append(name, value);
      for (const [name, value] of Object.entries(fields)) if (typeof value !== 'string') form.append(name, value);
      return form;
    },
  };
}
