# The list of plans and one plan.

plans-title = Plans
plans-empty-title = No plan is followed yet
plans-empty-import = Begin with a plan that is already published: paste its table or upload its page. You see what was understood beside the source and correct it before anything is kept.
plans-empty-wait = You will see the plans of your group here once the coordination has approved the first one.
plan-untitled = Untitled plan
plan-published = Published { $date }
plan-published-on = Report published
plan-approved-on = Dates approved
plan-source = Report
plan-kind = Kind of report
plan-meeting-report = Status report for the next meeting
plan-overdue-summary = Overdue summary of this plan
plan-global-response = Response to the whole report
plan-measures = Recommendations and measures
plan-unlinked = Measures that answer no recommendation
plan-unlinked-help = The source does not say which recommendation they answer.
count-measures = { $count ->
    [one] 1 measure
   *[other] { $count } measures
  }
count-overdue = { $count } overdue
count-due-soon = { $count } due within 30 days
count-silent = { $count } without an update this period
count-to-verify = { $count } to verify
count-verified = { $count } verified and closed
picture-title = Where the plan stands
picture-caption = Measures by status
picture-total = All measures
column-share = Share
column-measures = Measures
filter-all = All
filter-do = Filter
filter-clear = Show all
filter-matching = { $matching ->
    [one] 1 measure of { $total } matches.
   *[other] { $matching } measures of { $total } match.
  }
field-organisation = Organisation
field-lateness = Dates and updates
field-words = Words
recommendation-label = Recommendation { $number }
recommendation-addressee = Addressed to:
recommendation-without-measure = No measure answers this recommendation yet.
response-reason = Reason:
approve-title = This plan is a draft
approve-meaning = Approving it freezes the baseline: the texts and dates as they stand become the ones that lateness is always counted from. From then on a date moves only by a decision, and the first one stays visible beside it.
approve-before = Check the dates, the leads and the recommendations below first. Leads see the plan, and reminders begin, once it is approved.
approve-do = Approve the plan
done-plan-approved = The plan is approved and its baseline is frozen. Reminders begin with the next sending day.
done-plan-created = The plan was created as a draft. Check it, then approve it.
