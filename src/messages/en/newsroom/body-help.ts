/** How a body is typed, for whoever writes it in the plain form. */
export const bodyHelpMessages = {
  summary: 'Pictures, tables, fact boxes: how to type them',
  kinds: [
    {
      name: 'Picture',
      says: 'A line of its own. Copy it from the picture’s page.',
      typed: '{figure /pictures/… | alt text | caption}',
    },
    {
      name: 'Gallery',
      says: 'Two pictures or more, with a caption for them all.',
      typed: `{gallery The quay, from first light to the last boat}
{figure /pictures/… | alt text | caption}
{figure /pictures/… | alt text | caption}
{/gallery}`,
    },
    {
      name: 'Table',
      says: 'Rows with bars. The dashes make the first row a header row; “header column” does the same for the first column. Both can be left out, and so can the first line.',
      typed: `{table After the twelfth round | header column}
| Club | Played | Points |
| --- | --- | --- |
| Rovers | 12 | 27 |
| Athletic | 12 | 26 |`,
    },
    {
      name: 'Fact box',
      says: 'Paragraphs and lists.',
      typed: `{box The dredging in figures}
The channel was last cleared in 1987.

- 4.2 metres at low water today
- 6.0 metres once it is done
{/box}`,
    },
    {
      name: 'Quote',
      says: 'With its speaker in the last line.',
      typed: `> We will be ready before the storms.
>
> -- Ines Vale, harbour master`,
    },
    {
      name: 'Film or post from elsewhere',
      says: 'Readers get a link; nothing is loaded from there.',
      typed: '{embed https://… | What it shows}',
    },
  ],
}
