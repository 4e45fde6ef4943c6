/** No drawer over what stands beside the list: going there from an open event closes it. */
export default function NoDrawerBeside() {
  return null;
}
