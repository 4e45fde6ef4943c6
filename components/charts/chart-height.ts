/** The chart and what stands in its place while it is fetched are equally high, so that nothing jumps. */
export const chartHeight = "h-52";
