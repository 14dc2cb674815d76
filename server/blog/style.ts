/** What a blog that was downloaded adds to the style sheet of the outcome. */
export const blogStyle = `
.said{margin:1.25rem 0;padding-left:1rem;border-left:4px solid var(--ink)}
.said blockquote{margin:0;font-size:1.125em}
.said p{margin:0}
.said figcaption{margin-top:.25rem;color:var(--quiet)}
.step{margin:0 0 .25rem}
.shared{margin-top:3rem;border-top:2px solid var(--line);padding-top:1rem}
`
