/** Nothing is open beside an event that was not opened from here. */
export default function NothingBeside() {
  return null;
}
