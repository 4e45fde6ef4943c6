/** No drawer on a hard load: an event then has the whole page. */
export default function NoDrawer() {
  return null;
}
