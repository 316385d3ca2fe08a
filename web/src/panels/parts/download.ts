/** Hands a file to the browser, which puts it where its owner's downloads go. */
export function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // the download reads the address after the click has returned
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
