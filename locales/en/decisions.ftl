# Decisions about a measure: extensions, verification, and whether it is still to be done.

# the pages
ask-extension-title = Ask for an extension of measure { $label }
ask-extension-who-decides = An executive or the coordinator of the plan decides, or a meeting of the working group. Nobody decides their own request. Until then the date stays, and the original date stays visible for good.
ask-extension-send = Ask for the extension
ask-extension-deliverables = Deliverables with a date of their own
ask-extension-deliverables-hint = They do not move with the measure. Give a new date to each one that needs more time: after its current date, and no later than the new date of the measure. Left empty, it keeps its date.
extension-title = Extension of measure { $label }
extension-page-requested = A later date is asked for
extension-page-granted = A later date was granted
extension-page-refused = A later date was refused
extension-page-withdrawn = A later date was asked for and the request taken back
extension-from = From
extension-asked-for = to
extension-asked = asked for: { $date }
extension-asked-by = Asked for by { $who } on { $date }
extension-asked-in-place-of = Asked for by { $who }, in the place of { $principal }, on { $date }
extension-waits = An executive or the coordinator of the plan decides, or a meeting.
extension-own-request = You asked for this extension yourself. You can only record what a meeting decided: choose the meeting below.
extension-decide = Decide
extension-decide-send = Record the decision
extension-decided-by = by { $who } on { $date }
extension-decided-on = on { $date }
extension-lapsed = on { $date }, when the measure came to its end
extension-granted-until = Granted until
extension-deliverables-caption = Deliverables that move with the measure
extension-deliverable-kept = Keeps its date
extension-deliverable-now = Now { $date }; asked for: { $asked }
extension-deliverables-granted = Dates granted to its deliverables
extension-deliverables-granted-hint = Each is filled with the date asked for, and is no later than the date you grant to the measure. Emptied, the deliverable keeps its date.
extension-withdraw = Take the request back
extension-withdraw-help = Nobody has decided yet. You can take the request back; it stays on record.
extension-state-withdrawn = Withdrawn
answer-as-asked = Grant it until { $date }
answer-as-asked-help = The date that was asked for becomes the current one.
answer-as-asked-help-deliverables = The dates that were asked for become the current ones, of the measure and of its deliverables.
answer-other-date = Grant another date
answer-other-date-help = Earlier or later than asked for, but after the current date.
answer-refused = Refuse it: the date stays { $date }
answer-refused-help = Say why below; the person who asked reads it.
verify-title = Verify measure { $label }
verify-intro = Somebody reported this measure as completed. Look at what was done, then accept the claim, which closes the measure, or return it with what is missing.
verify-claim = What is claimed
verify-evidence = Evidence
verify-no-evidence = No evidence was added.
verify-earlier = Earlier answers
verify-waits = The claim waits for a coordinator of the plan.
verify-others = This claim may be verified by: { $names }.
verify-nobody = Nobody may verify this claim: every coordinator of the plan made it, added to it or owns the measure. A second coordinator is needed; an administrator can name one.
verify-answer-title = Your answer
verify-answer-accepted = It is done: close the measure
verify-answer-returned = It is not done yet: return it
verify-answer-help-accepted = The measure is verified and closed today. It stays on record.
verify-answer-help-returned = The measure is open again. Say what is missing: the lead reads it.
verify-only-return = The claim can only be returned, because this is missing:
verify-send = Record the answer
verifications-label = Answers to completion claims
verified-by = by { $who } on { $date }
fate-title = Decide about measure { $label }
fate-intro = Dropping, replacing or handing over a measure is a decision with a reason, never an edit. Nothing is deleted: the measure, its dates and its updates stay on record.
fate-no-longer-applicable = It is no longer to be done
fate-superseded = Another measure takes its place
fate-transferred = Another organisation takes it over
fate-deliverable-retired = One of its deliverables is no longer to be handed over
fate-help-no-longer-applicable = It ends today and is counted neither as done nor as late.
fate-help-superseded = It ends today; each of the two measures leads to the other.
fate-help-transferred = It goes on with the same dates. Its owner has to be named anew.
fate-help-deliverable-retired = The measure goes on; the others of its deliverables are still expected.
fate-choose = Choose…
fate-send = Record the decision
decide-extensions = Extensions so far
decide-extensions-count = { $count ->
    [0] None
    [one] 1 granted
   *[other] { $count } granted
  }
decide-extensions-history = Every request so far
decide-last-update = What was said last
decide-blocked = Nothing to decide
decide-kept = What you wrote was not recorded
decide-see-measure = See the measure
decide-no-meeting = No: I decide myself

# their fields
field-new-date = New date
field-new-date-hint = In words or figures: “June 2019”, “Q2 2019-20”, “2019-06-30”. A month ends on its last day.
field-deliverable-dates = New date of a deliverable
field-extension-reason = Why is more time needed?
field-extension-reason-hint = What happened, and what is different now. It is read by who decides and stays on record.
field-impact = What follows from the delay?
field-impact-hint = Which other measures, people or costs wait for this one.
field-answer = Decision
field-granted-date = Date granted
field-granted-date-hint = In words or figures: “June 2019”, “2019-06-30”.
field-granted-dates = Date granted to a deliverable
field-decision-reason = Reason for the decision
field-decision-reason-hint = Needed to refuse; useful to who asked in any case.
field-meeting = Decided at a meeting?
field-meeting-hint = Choose the meeting if it is its decision that you record.
field-verification-outcome = Is it done?
field-verification-notes = Notes
field-verification-notes-hint = What you looked at, or what is missing. Needed to return the claim.
field-fate = What is decided?
field-fate-reason = Why?
field-fate-reason-hint = The reason is shown on the measure and in its history.
field-successor = Which measure takes its place?
field-new-lead = Which organisation takes it over?
field-retired-deliverable = Which deliverable?
problem-not-your-request = Only the person who asked takes a request back.
problem-not-with-this-answer = This does not go with the answer you chose. Clear it, or choose the other answer.
problem-not-as-asked = This is not the date that was asked for. Put it back, or choose “Grant another date”.

# on the page of the measure
next-decide-extension = A later date was asked for and waits for a decision. Until then the current date stays.
next-returned = The completion claim was returned: the lead reads why below, finishes the work and reports again.
next-others = What else you can do
next-ask-extension = Ask for an extension
next-see-request = See the extension request
next-see-claim = See the claim
next-decide-fate = Drop, replace or hand over
claim-needs-title = Before it can be reported as completed:
claim-needs-deliverables-open = every deliverable is delivered, or retired by a decision;
claim-needs-evidence-missing = evidence is added, because the priority is high or the plan asks for it.
decided-title = Verification and decisions
decided-by = decided by { $who } on { $date }
disposition-replaces = Takes the place of another measure
disposition-deliverable = Deliverable retired
disposition-between = From { $from } to { $to }
disposition-hidden = The other measure belongs to a plan you cannot see.
done-extension-asked = The extension is asked for. Whoever decides was told, and you will be told of the decision.
done-extension-decided = The decision is recorded, and whoever waits for it was told.
done-extension-withdrawn = The request is taken back.
done-claim-answered = Your answer is recorded, and whoever waits for it was told.
done-fate-decided = The decision is recorded, and whoever answers for the measure was told.
timeline-title = Timeline
timeline-as-table = The same dates in a table
timeline-original = Original date
timeline-granted = Extension granted
timeline-asked = Extension asked for
timeline-deliverable-original = Deliverable: original
timeline-deliverable-granted = Deliverable: granted
timeline-deliverable-asked = Deliverable: asked for
timeline-forecast = Expected date
timeline-claimed = Reported as completed
timeline-verified = Verified
timeline-ended = Ended
timeline-updates = { $count ->
    [one] 1 update
   *[other] { $count } updates
  }
timeline-today = Today
timeline-column-note = Remark
timeline-granted-on = Granted on { $date }
timeline-asked-on = Asked for on { $date }
timeline-claim-waits = Waits for verification
extension-impact = What follows:

# my work
asked-decide-extension = Decide the extension
asked-decide-extension-why = A later date is asked for and waits for your decision.
asked-claim-returned-why = The completion claim was returned: read why, finish the work and report again.

# history
history-extension-withdrawn = Extension request taken back
history-claim-accepted = Claim accepted: verified and closed
history-claim-returned = Claim returned
history-measure-dropped = No longer to be done
history-measure-superseded = Replaced by another measure
history-measure-transferred = Handed over to another organisation
history-deliverable-retired = Deliverable retired
change-requested-due = Date asked for
change-deliverable-requested-due = Date asked for the deliverable
change-extension-reason = Reason
change-impact = Impact
change-in-place-of = In the place of
change-decision-reason = Reason
change-fate-reason = Reason
change-verification-notes = Notes
change-meeting = Decided at
change-successor = Replaced by measure
decision-kind-transfer = Measure handed over.

# mail
notice-why = You receive this message because you have to decide, or because you answer for the measure or asked for this.
notice-about = The measure: { $measure } (plan: { $plan })
notice-quote = { $who } writes:
notice-link-decide = Decide the extension
notice-link-verify = Verify the claim
notice-link-see = See what was recorded
notice-extension-asked-subject = Extension asked for: measure { $label } until { $date }
notice-extension-asked = { $who } asks that measure { $label } be extended until { $date }. { $count ->
    [0] It was not extended before.
    [one] It was extended once before.
   *[other] It was extended { $count } times before.
  } The request waits for your decision.
notice-deliverable-asked = Asked for the deliverable “{ $title }”: { $to } (now { $from }).
notice-deliverable-granted = The deliverable “{ $title }” is now due: { $to } (before: { $from }).
notice-deliverable-kept = The deliverable “{ $title }” keeps its date: { $from }.
notice-extension-granted-subject = Extension granted: measure { $label } until { $date }
notice-extension-granted = { $who } recorded that the extension of measure { $label } is granted. It is now due: { $date }.
notice-extension-granted-other-subject = Extension granted: measure { $label } until { $date }
notice-extension-granted-other = { $who } recorded that measure { $label } is extended, but to another date than the one asked for ({ $asked }). It is now due: { $date }.
notice-extension-refused-subject = Extension refused: measure { $label }
notice-extension-refused = { $who } recorded that the extension of measure { $label } until { $asked } is refused. Its date stays: { $date }.
notice-extension-withdrawn-subject = Extension request taken back: measure { $label }
notice-extension-withdrawn = { $who } took back the request to extend measure { $label } until { $asked }. You have nothing to decide.
notice-claimed-subject = To verify: measure { $label } is reported as completed
notice-claimed = { $who } reported measure { $label } as completed. Somebody other than its lead verifies it before it closes.
notice-waits-again-subject = To verify again: measure { $label }
notice-waits-again = { $who } changed measure { $label }, which was verified and closed. It waits for verification again.
notice-open-again-subject = Measure { $label } is open again
notice-open-again = { $who } added a deliverable to measure { $label }. It is in progress again until that one is delivered too.
notice-takes-over-subject = Measure { $label } takes the place of measure { $predecessor }
notice-takes-over = { $who } recorded the decision that measure { $label } takes the place of measure { $predecessor }, which is not to be done any more.
notice-owner-named-subject = You are named to carry measure { $label }
notice-owner-named = { $who } named you as the person who carries measure { $label }.
notice-for-whom = You receive this as deputy of { $name }, who is away.
notice-claim-accepted-subject = Verified and closed: measure { $label }
notice-claim-accepted = { $who } verified measure { $label } and closed it.
notice-claim-returned-subject = Returned: measure { $label } is not complete yet
notice-claim-returned = { $who } returned the completion claim of measure { $label }. It is open again.
notice-dropped-subject = Measure { $label } is no longer to be done
notice-dropped = { $who } recorded the decision that measure { $label } is no longer to be done.
notice-superseded-subject = Measure { $label } is replaced by measure { $successor }
notice-superseded = { $who } recorded the decision that measure { $successor } takes the place of measure { $label }.
notice-transferred-subject = Measure { $label } goes to another organisation
notice-transferred = { $who } recorded the decision that { $organisation } takes over measure { $label }. Its dates stay, and its owner has to be named anew.
notice-retired-subject = A deliverable of measure { $label } is retired
notice-retired = { $who } recorded the decision that this deliverable of measure { $label } is no longer to be handed over: { $deliverable }
