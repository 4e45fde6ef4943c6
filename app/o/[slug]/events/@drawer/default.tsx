/** No drawer over what Next does not remember. */
export default function NoDrawer() {
  return null;
}
