# The status report of a meeting and the overdue summary.

report-title = Status report, { $date }
report-plan-untitled = Plan without a title
report-nothing = None.
report-nobody = No lead or owner
report-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
report-late-by = { $days } late
report-late-current = { $days } late from the current date.
report-due = Due: { $date }.
report-due-moved = First promised for { $original }, now { $current } ({ $count ->
    [one] 1 extension
   *[other] { $count } extensions
}).
report-date-unchanged = unchanged
report-measure = Measure { $label }
report-status = { $status }, { $percent }%
report-deliverables = { $done } of { $total }
report-deliverables-late = { $done } of { $total } ({ $late } late)
report-obstacles = In the way:
report-no-update = No update yet
report-ended-on = Ended { $date }
report-requested = Asked for: { $date }
report-day-label = As it stood on
report-day-show = Show

report-fact-plan = Plan
report-fact-meeting = Meeting
report-fact-cut-off = Counted up to
report-fact-period = Reporting period
report-fact-since = Compared with the meeting of
report-fact-first = There was no meeting before
report-fact-next = Looks ahead to
report-other-language = { $count ->
    [one] One text of this report exists in French only and is shown in French.
   *[other] { $count } texts of this report exist in French only and are shown in French.
}

report-picture = The picture
report-picture-status = Measures by status
report-picture-counts = Dates and reporting
report-picture-point = { $status }: { $count }.
report-compared-with = { $what }, compared with { $date }
report-count-total = Measures
report-count-due = Due by now
report-count-overdue = Overdue
report-count-due-30 = Due within 30 days
report-count-due-90 = Due within 90 days
report-count-silent = Without an update this period
report-count-extended = Extended
report-count-extended-twice = Extended more than once
report-count-undated = Without a date
report-count-unowned = Without an owner

report-decisions = Decisions needed
report-extensions-to-decide = Extensions asked for
report-extensions-caption = Extensions to grant or refuse
report-claims-to-verify = Completion to verify
report-claims-caption = Measures their leads say are complete

report-section-live = A. Under way
report-section-completed = B. Completed since the last meeting
report-section-late-with-request = C. Late, with an extension asked for
report-section-late-without-request = D. Late, without a request
report-section-due-next = E. Due before the next meeting
report-section-caption = { $title } ({ $count ->
    [one] 1 measure
   *[other] { $count } measures
})

report-by-organisation = By organisation
report-by-organisation-caption = Measures by lead organisation
report-silent = Organisations that reported nothing this period
report-silent-none = Every organisation with open measures has reported.

report-moved = Dates moved since the last meeting
report-moved-caption = Extensions granted

report-recommendations = Recommendations
report-recommendation = Recommendation { $number }
report-recommendation-counts = { $total ->
    [one] 1 measure
   *[other] { $total } measures
}: { $verified } verified and closed, { $overdue } overdue.
report-global-response = Response to the report as a whole
report-response = Response:
report-response-reason = Reason:
report-response-global = No response of its own; the response to the report as a whole applies.
report-response-missing = No response yet.
report-no-measure = No measure answers it yet.

report-earlier = Earlier decisions
report-earlier-caption = Decisions still open, taken at the last meeting or carried out since
report-decision-open = Open
decision-kind-grant-extension = Extension granted.
decision-kind-refuse-extension = Extension refused.
decision-kind-close = Measure closed.
decision-kind-retire = Measure retired.
decision-kind-follow-up = Follow-up.

report-column-what = What
report-column-now = Now
report-column-before = Before
report-column-change = Change
report-column-measure = Measure
report-column-measures = Measures
report-column-organisation = Organisation
report-column-original = Original date
report-column-current = Current date
report-column-forecast = Expected
report-column-requested = Date asked for
report-column-extensions = Extensions
report-column-reason = Reason
report-column-status = Status
report-column-deliverables = Delivered
report-column-last-update = Last update
report-column-claimed = Reported on
report-column-done = What was done
report-column-from = From
report-column-to = To
report-column-decided = Decided on
report-column-decision = Decision
report-column-due-on = Due
report-column-done-on = Done
report-column-overdue = Overdue
report-column-due = Due
report-column-due-30 = Due in 30 days
report-column-due-90 = Due in 90 days
report-column-silent = No update
report-column-extended-twice = Extended 2 times or more
report-column-to-verify = To verify
report-column-verified = Closed

report-definitions = What the words mean
report-term-original = Original date
report-term-original-text = The date promised when the plan was approved. Nobody can move it.
report-term-current = Current date
report-term-current-text = The latest date granted by an extension; the original one where there was none. A month, quarter or season ends on its last day.
report-term-forecast = Expected
report-term-forecast-text = When the lead expects to be done. It moves no promise.
report-term-overdue = Overdue
report-term-overdue-text = The current date has passed and the lead still owes work. Days late are counted from the original and from the current date.
report-term-due = Due by now
report-term-due-text = The current date has passed, whatever became of the measure.
report-term-silent = Without an update
report-term-silent-text = The lead owes work and reported nothing in the fiscal quarter of the cut-off.
report-term-once = Reported once
report-term-once-text = A measure that came to its end is in table B of one report. After that it stays on record and under its recommendation.

overdue-title = Overdue summary
overdue-headline = { $overdue ->
    [0] { $due ->
        [one] The one measure due by now is not overdue.
       *[other] None of the { $due } measures due by now is overdue.
    }
    [one] { $due ->
        [one] The one measure due by now is overdue, by { $oldest }.
       *[other] 1 of { $due } due measures is overdue, by { $oldest }.
    }
   *[other] { $overdue } of { $due } due measures are overdue; the oldest by { $oldest }.
}
overdue-headline-nothing-due = No measure is due yet.
overdue-count-open = { $count } due within 30 days
overdue-count-claimed = { $count } reported complete, not verified
overdue-count-verified = { $count } verified and closed
overdue-cut-off = As it stood on { $date }.
overdue-plans = { $count ->
    [0] There is no approved plan to report on.
    [one] One plan:
   *[other] { $count } plans:
}
overdue-worst = Who has to do what
overdue-none = Nothing is overdue.
overdue-more = { $count ->
    [one] 1 more overdue measure is not listed here.
   *[other] { $count } more overdue measures are not listed here.
}
executive-asked-decide-extension = Decide the extension asked for
executive-asked-obtain-report = Have the lead report
executive-asked-remove-obstacle = Remove the obstacle
executive-asked-name-owner = Name somebody who answers for it
executive-asked-obtain-date = Obtain completion or a new date
overdue-ageing = How late
overdue-ageing-caption = Overdue measures by days past the original date
overdue-ageing-band = Days past the original date
overdue-ageing-point = { $band }: { $count }.
age-1-30 = 1 to 30 days
age-31-90 = 31 to 90 days
age-91-180 = 91 to 180 days
age-over-180 = More than 180 days
age-short-1-30 = 1–30
age-short-31-90 = 31–90
age-short-91-180 = 91–180
age-short-over-180 = > 180
overdue-trend = Trend
overdue-trend-caption = Overdue and due at the end of the last four fiscal quarters and now
overdue-trend-on = At the end of
overdue-trend-quarter = Q{ $quarter }
overdue-trend-now = Now
overdue-trend-point = { $date }: { $overdue } of { $due }.
overdue-loose = What no deadline catches
overdue-undated = Without a date
overdue-unowned = Without an owner
overdue-without-response = { $count ->
    [0] Every recommendation has a response.
    [one] 1 recommendation has no response.
   *[other] { $count } recommendations have no response.
}
overdue-closed = Verified and closed since { $date }
overdue-definitions = Overdue: the current date has passed and the lead still owes work. Days late are counted from the original date, which nobody can move. A completion that waits for its verification is not overdue.

csv-table = Table
csv-recommendations = Recommendations
csv-plan = Plan
csv-label = Measure
csv-text = Text
csv-lead = Lead organisation
csv-owner = Owner
csv-original = Original date
csv-current = Current date
csv-forecast = Expected date
csv-days-original = Days late from the original date
csv-days-current = Days late from the current date
csv-extensions = Extensions granted
csv-status = Status
csv-percent = Percent done
csv-delivered = Deliverables delivered
csv-deliverables = Deliverables in all
csv-deliverables-due = Open deliverables with a date of their own
csv-last-update = Last update
csv-ended = Ended on
csv-requested = Extension asked for
csv-requested-deliverables = Asked for its deliverables
csv-done = What was done
csv-obstacles = In the way
csv-next-step = Next step
csv-asked = What is asked

# the report as a file
report-files = Keep this report
report-file-html = Web page, to send or file
report-file-csv = Table for a spreadsheet (CSV)
report-file-json = Data (JSON)
report-file-meeting = status-report
report-file-overdue = overdue-summary
