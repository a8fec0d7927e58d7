# Costs of a plan.

costs-title = Costs
costs-intro = What was committed, estimated and spent for this plan, as each organisation reports it. What nobody tracks is said, and never counted as zero.
costs-none = No cost is recorded for this plan.
costs-years = By fiscal year
costs-years-caption = Totals by fiscal year and kind
costs-organisations = By organisation: committed and spent
costs-organisations-caption = What each organisation committed and spent, all years together
costs-organisations-intro = All years together. An amount that several organisations share is never split: it is named beside each of them and is in nobody’s own total.
costs-reading = A total adds up exact amounts only. Ceilings, amounts from a later year and lines nobody tracks are named beside it.
costs-lines = { $count ->
    [one] The line
   *[other] The { $count } lines
  }
costs-lines-caption = Every line of the costs
costs-csv = Lines as a table for spreadsheets (CSV)
costs-file = costs
costs-archived = { $count ->
    [one] 1 archived line
   *[other] { $count } archived lines
  }
costs-archived-caption = Archived lines
costs-report-title = Costs
costs-report-none = No cost is recorded for this plan.
costs-of-plan = Costs of the plan
cost-add = Add a line
cost-change = Change
cost-change-this = Change “{ $activity }”
cost-not-tracked = Not tracked
cost-nothing = Nothing recorded
cost-no-total = No exact amount
cost-only-shared = None of its own
cost-up-to = up to { $amount }
cost-from-later-year = { $amount } from a later year
cost-shared = shared
cost-archived = Archived on { $date }: { $reason }
cost-of-which-shared = of which { $amount } shared by several organisations
cost-beside-up-to = up to { $amount } more ({ $lines ->
    [one] 1 line
   *[other] { $lines } lines
  })
cost-beside-later = { $amount } from a later year ({ $lines ->
    [one] 1 line
   *[other] { $lines } lines
  })
cost-lines-not-tracked = { $lines ->
    [one] 1 line not tracked
   *[other] { $lines } lines not tracked
  }
cost-beside-shared = { $amount } shared with others ({ $lines ->
    [one] 1 line
   *[other] { $lines } lines
  })
cost-beside-shared-others = { $lines ->
    [one] 1 shared line without an exact amount
   *[other] { $lines } shared lines without an exact amount
  }
cost-beside-kind = { $kind }: { $what }
column-cost-year = Fiscal year
column-cost-kind = Kind
column-cost-total = Total
column-cost-beside = Not in the total
column-cost-organisation = Organisation
column-cost-organisations = Organisation
column-cost-commitment = Committed
column-cost-estimate = Estimated
column-cost-actual = Spent
column-cost-activity = Activity
column-cost-source = Source of the money
column-cost-amount = Amount
column-cost-change = Change the line

cost-add-title = Add a line of costs
cost-correct-title = Correct a line of costs
cost-form-intro = One line for each activity, year and kind. Choose “Not tracked” and leave the amount empty where nobody counts what is spent.
cost-save = Save the line
cost-archive = Archive the line
cost-archive-title = Archive this line
cost-archive-intro = An archived line is in no total any more. It stays on record with your reason.
field-cost-activity-en = Activity, in English
field-cost-activity-fr = Activity, in French
field-cost-activity-fr-hint = One of the two languages is enough.
field-cost-activity-en-hint = What is paid for.
field-cost-organisations = Organisations
field-cost-organisations-hint = Tick several where they share the amount and nobody has said who pays how much.
field-cost-kind = Kind
field-cost-year = Fiscal year
field-cost-year-hint = For example 2026-27.
field-cost-source = Source of the money
field-cost-certainty = How sure the amount is
field-cost-amount = Amount
field-cost-amount-hint = In dollars, such as 445,000. Empty where it is not tracked.
field-cost-note-en = Note, in English
field-cost-note-fr = Note, in French
field-archive-reason = Why do you archive it?
change-activity-en = Activity in English
change-activity-fr = Activity in French
change-organisations = Organisations
change-kind = Kind
change-year = Fiscal year
change-source = Source
change-certainty = How sure it is
change-amount-cents = Amount
change-note-en = Note in English
change-note-fr = Note in French
change-marking = Marking
done-cost-added = The line is added.
done-cost-corrected = The line is corrected.
done-cost-archived = The line is archived. It stays on record.
record-cost = Cost
history-cost-added = Cost added
history-cost-corrected = Cost corrected
history-cost-archived = Cost archived
csv-cost-activity = Activity
csv-cost-organisations = Organisations
csv-cost-shared = Shared
csv-cost-year = Fiscal year
csv-cost-kind = Kind
csv-cost-source = Source of the money
csv-cost-certainty = Certainty
csv-cost-amount = Amount ($)
csv-cost-note = Note
