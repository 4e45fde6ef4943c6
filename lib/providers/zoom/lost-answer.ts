/** A fault's code when Zoom may have given new tokens that never reached us: the old pair may be dead, or as good as before. */
export const lostAnswer = "lost_answer";
