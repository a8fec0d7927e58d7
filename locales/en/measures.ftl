# One measure, and the measures in every table.

measure-label = Measure { $label }
measure-dates = Dates
measure-facts = Who and why
measure-owner = Owner
measure-support = Supported by
measure-start = Start
measure-due-text = Date as the plan words it
measure-answers = Answers
measure-answers-none = No recommendation
measure-no-deliverable = The plan names no deliverable.
column-measure = Measure
column-lead = Lead
column-due = Due
column-status = Status
column-last-update = Last update
column-which-date = Which date
column-date = Date
column-lateness = Lateness
column-requested-on = Asked for
column-from = Before
column-to = New date
column-reason = Reason
column-decision = Decision
nobody = Nobody named
never-reported = Never
flags-label = To note
deliverables-label = Deliverables
deliverable-move-asked = asked for: { $asked } (before: { $from })
deliverable-move-granted = new date: { $granted } (before: { $from })
deliverable-move-granted-other = new date: { $granted } (asked for: { $asked }; before: { $from })
deliverable-move-kept = keeps its date: { $from } (asked for: { $asked })
delivered-on = on { $date }
deliverables-late = { $count ->
    [one] 1 deliverable past its date
   *[other] { $count } deliverables past their dates
  }
days-late = { $days ->
    [one] 1 day late
   *[other] { $days } days late
  }
percent = { $percent }%
date-originally = originally { $date }
date-expected = expected { $date }
date-original = Original date
date-current = Current date
date-forecast = Expected date
date-not-said = Not said
extensions-none = No extension was asked for.
extensions-caption = Extensions
updates-title = Progress updates
updates-none = Nothing was reported yet.
update-by = { $date }, { $author }, for { $period }
next-title = What happens next
next-report-overdue = This measure is { $days ->
    [one] 1 day
   *[other] { $days } days
  } past its date. The lead reports where it stands, or asks for an extension at the next meeting.
next-report-late-deliverable = { $deliverables ->
    [one] A deliverable of this measure is
   *[other] { $deliverables } deliverables of this measure are
  } past the date. The lead reports where it stands, or asks for an extension at the next meeting.
next-report-due-soon = The date is near and nothing was reported this period: the lead says where it stands.
next-report-silent = Nothing was reported this period: the lead says where it stands.
next-up-to-date = It is reported for this period. The lead is asked again in the next one.
next-verify = The lead says it is complete. Somebody other than the lead verifies it before it closes.
next-approve-plan = The plan is a draft. It is followed once the coordination has approved it.
next-ended = It came to an end. Its record stays.
next-see-plan = See the plan
done-update-recorded = Your update is recorded. Thank you.
field-status = Status
field-label = Label
field-lead = Lead
field-owner = Owner
field-support = Supported by
field-accountable = Accountable
field-original-due = Original date
field-current-due = Current date
field-due = Date
field-due-text = Date as the plan words it
field-completed-on = Completed
field-last-update-on = Last update
field-approved-on = Approved
field-number = Number
field-response = Response
field-deliverable = Deliverable
field-deliverable-status = Its status
change-forecast = Expected date
change-text = Text
change-done = What was done
change-obstacles = Obstacles
change-deliverables = Deliverables
change-next-step = Next step
