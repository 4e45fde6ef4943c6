/** No drawer over the list itself, so that going back to the list closes it. */
export default function ClosedDrawer() {
  return null;
}
