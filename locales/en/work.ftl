# My work: what is asked of the person who is signed in.

work-title = My work
work-lead = { $name }, { $count ->
    [one] one thing is asked of you
   *[other] { $count } things are asked of you
  }; nothing is overdue.
work-lead-overdue = { $name }, { $count ->
    [one] one thing is asked of you
   *[other] { $count } things are asked of you
  }, of which { $overdue ->
    [one] 1 is overdue
   *[other] { $overdue } are overdue
  }.
work-quiet = { $count ->
    [one] One other measure of yours asks for nothing now.
   *[other] { $count } other measures of yours ask for nothing now.
  }
work-summary-title = Overdue summary
work-summary-intro = One page: what is late, since when, and what is asked of you.
work-drafts-title = Plans to approve
work-draft-why = Nobody but the coordination sees this plan until its dates are approved.
work-draft-do = Review and approve
work-nothing-title = { $name }, nothing is asked of you today
work-nothing-lead = Every measure you lead is reported for this period and on time. From { $date }, an update of each is asked for again, here. Mails speak of dates only: none is sent about continuous measures or those without a date.
work-nothing-coordinator = No claim waits to be verified and no organisation without an account is due to report. Import a plan to follow, or look at how the plans stand.
work-nothing-reader = You can read every plan of the group: its recommendations, what was promised, by when, and how it stands.
work-see-plans = See the plans
urgency-overdue = Overdue
urgency-due-today = Due today
urgency-due-14 = Due within two weeks
urgency-due-30 = Due within thirty days
urgency-later = Later
asked-report-progress = Report progress
asked-report-progress-why = A progress report is asked for.
asked-verify-claim = Verify the claim
asked-verify-claim-why = The lead says it is complete; somebody else has to verify it.
asked-ask-organisation = Ask and record
asked-ask-organisation-why = Nobody in this organisation has an account: find out and record their answer.
asked-name-owner = Name an owner
asked-name-owner-why = Nobody answers for this measure: find out who does.
welcome-title = How Suivi works for you
welcome-administrator = You add people and give them their roles. The plans themselves belong to the coordination.
welcome-coordinator = You import a published plan, correct what was understood, and approve it, which freezes its dates for good. From then on Suivi asks the leads for their reports; you record those of organisations without an account and take the status report to each meeting.
welcome-lead = Once per period you say where each of your measures stands: about a minute each. A mail with a direct link comes before a date and when one has passed. A date moves only by a decision, and the first one always stays visible.
welcome-member = You read the plans and the status report of the next meeting. You comment on measures and propose decisions, which the coordination answers.
welcome-executive = You read the overdue summary: one page that says what is late, since when, and what is asked of you. You decide the extensions that are asked for.
welcome-reader = You read the plans. Nothing is asked of you.
