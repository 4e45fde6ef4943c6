/** No drawer where no other page of this slot says what it shows. */
export default function NoDrawer() {
  return null;
}
