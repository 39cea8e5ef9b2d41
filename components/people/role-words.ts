/** What people are called by their role in a course. */
export const roleWords = { student: "Student", ta: "TA", instructor: "Instructor" } as const;
