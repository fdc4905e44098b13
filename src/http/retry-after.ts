/** The value of Retry-After: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3 */

const seconds = /^\d+$/;
const month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
const time = "\\d\\d:\\d\\d:\\d\\d";

/** The form that servers send, and the two old ones that clients read as well. */
const dates = [
  new RegExp(`^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d ${month} \\d{4} ${time} GMT$`),
  new RegExp(`^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \\d\\d-${month}-\\d\\d ${time} GMT$`),
  new RegExp(`^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ${month} [ \\d]\\d ${time} \\d{4}$`),
];

/** Whole seconds from now, or an HTTP date. */
export const isRetryAfter = (value: string): boolean => seconds.test(value.trim()) || dates.some((date) => date.test(value.trim()));
