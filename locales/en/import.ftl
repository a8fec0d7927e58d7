# Wording of what the importer warns of or refuses.

import-error-at-line = Line { $line }: { $message }
import-place-line = Line { $line }
import-place-row = Line { $line }, row { $row }

import-error-empty = The document is empty.
import-error-too-large = The document is too large to be read. The limit is 5 MB.
import-error-too-many-cells = The document has too many rows or cells to be read.
import-error-not-text = The document is not text. Save it as plain text, a web page or CSV and try again.
import-error-format-not-supported = This kind of file cannot be read. Plain text with a table, web pages (HTML) and CSV files can.
import-error-no-plan-found = No management response and action plan was found in the document.
import-error-no-measure-found = A plan was found, but it contains no measure.
import-error-dashes-missing = A table seems to start on this line, but its line of dashes (---|---|---) is missing. It belongs below the heading row.
import-error-row-cells = A row of the table does not have the same number of cells as its header.
import-error-unclosed-quote = A quotation mark is opened and never closed.

import-warning-month-range = Two months are given. The last day of the later one is taken as the due date.
import-warning-date-range = A period is given. Its last day is taken as the due date.
import-warning-two-dates = More than one date is given. The latest one is taken as the due date.
import-warning-also-ongoing = A date is given and the work also continues after it. Check that the date is the one to follow.
import-warning-date-not-understood = The words of the date were not understood. Enter the due date yourself.
import-warning-date-missing = This row has no date.
import-warning-date-to-be-determined = The source says that the date is still to be determined.
import-warning-date-vague = The date is approximate. The end of the period it names is taken as the due date.
import-warning-date-more-said = The words say more than this date: before it, after it, or so long from it. Check the due date.
import-warning-yyyy-mm = Read as a year and a month, as in the rest of the column.
import-warning-yyyy-mm-or-fiscal-year = This may be a year and a month or a fiscal year. Check the due date.
import-warning-day-month-order = The day and the month could be the other way round. Check the due date.
import-warning-quarter-year-unclear = A quarter is given with a single year. It is read as a quarter of the calendar year.
import-warning-fiscal-year-unclear = The fiscal year is named by a single year. It is read as the fiscal year that starts in that year.
import-warning-start-after-due = The start date comes after the due date.
import-warning-deliverables-doubtful = The sentences of this cell may be separate deliverables. Keep them apart or join them.
import-warning-owner-inherited = The owner cell is blank. The owner of the row above is used.
import-warning-labels-do-not-match = The labels of this cell do not all appear in the other cells of the row.
import-warning-recommendations-linked-by-order = The table does not say which recommendation a measure answers. The recommendations were found elsewhere in the document and linked by order. Confirm each link.
import-warning-recommendation-missing = These measures answer no recommendation that could be found.
import-warning-recommendation-without-text = A recommendation has a number and no text. Enter its text, as measures answer it.
import-warning-response-not-understood = The response does not clearly say whether the recommendation is accepted.
import-warning-headers-missing = The table has no header row. Its columns were told apart by their content.
import-warning-header-guessed = A column header is misspelled or missing. Check that the column was understood correctly.
import-warning-column-ignored = A column whose header is not known was left out.
import-warning-row-cells = This row does not have the same number of cells as the header.
import-warning-row-ignored = This row holds no measure and was left out.
import-warning-encoding-guessed = The file is not in UTF-8. It was read as Windows-1252. Check accented letters.
