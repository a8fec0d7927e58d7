# The log of every change, and what its check finds.

log-title = Log of every change
log-intro = Who changed what, when and from which request, newest first. Rows are only ever added; each one is sealed with the one before it.
log-filter = Narrow the log
log-count = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
  }
log-nothing = Nothing in the log is like that.
log-row = row { $number }
log-request = same request
log-same-request = Everything that request { $request } changed
log-export-csv = These rows as a table (CSV)
log-export-json = These rows with their seals (JSON)
field-who = Who
field-in-plan = Plan
field-record = Kind of record
field-action = What was done
field-since = From
field-until = Up to
field-request = Request
log-check-title = Was the log tampered with?
log-check-about = Suivi can only add rows. Somebody with access to the database could do more; the seals show it.
log-check-do = Check the whole log
log-check-whole = The log is whole: { $rows ->
    [one] its one row follows
   *[other] all { $rows } rows follow
  } from the beginning, and none was changed.
log-check-last = Keep this somewhere else to prove later that nothing was cut off. Seal of row { $number }:
log-check-broken = The log was tampered with ({ $rows ->
    [one] 1 row
   *[other] { $rows } rows
  } checked)
log-check-more = { $more ->
    [one] There is 1 more finding.
   *[other] There are { $more } more findings.
  } The command “suivi audit verify” lists them all.
log-check-what-next = Keep a copy of the database as it is, compare it with your backups, and tell whoever answers for the security of this instance.
broken-edited = Row { $row } was changed after it was written: what it says does not match its seal.
broken-replaced = Row { $row } was written anew: it has a seal that the row after it does not know.
broken-removed = Between row { $after } and row { $before }, rows are missing or were replaced.
broken-removed-first = The beginning is missing: rows came before row { $before }.
broken-reordered = The order was changed: row { $row } was written after row { $follows }.
broken-inserted = Row { $row } was put in by somebody else: no later row knows of it.
broken-inserted-rows = Rows { $first } to { $last } were put in by somebody else: no later row knows of them.
broken-cut-off = The end is missing: rows came after row { $after }.
broken-cut-off-all = Every row is missing.
log-column-number = Row
log-column-at = When
log-column-who = Who
log-column-email = E-mail address
log-column-action = What was done
log-column-record = Record
log-column-changes = Changes
log-column-plan = Number of the plan
log-column-request = Request
cli-audit-unreadable = The log cannot be read
log-check-noted = Row { $number } is not there any more as it was noted: the log was cut off or replaced, and sealed anew.
