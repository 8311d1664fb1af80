/** How telephone numbers are written in texts: groups of digits joined by hyphens, for example 0000-5550-1001; no part of a case number is one. */
export const TELEPHONE = /(?<![\w-])\d{3,}(?:-\d{3,})+(?![\w-])/g;
