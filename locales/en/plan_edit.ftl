# Editing a plan, its wording since the approval, what is missing in one language, its end.

field-title-en = Title (English)
field-title-fr = Title (French)
field-source-title-en = Title of the report (English)
field-source-title-fr = Title of the report (French)
field-source-url = Where to read the report
field-source-url-hint = Its web address: https://…
field-published-on = Report published on
field-needs-evidence = Every completion claim needs evidence
field-needs-evidence-hint = A file or a link that shows the result. Without this, only measures that answer a recommendation of high priority need it.
field-answer-kind = Response
field-answer-en = Words of the response (English)
field-answer-fr = Words of the response (French)
field-answer-reason-en = Reason (English)
field-answer-reason-fr = Reason (French)
field-answer-reason-en-hint = Needed unless the recommendation is accepted in full.
field-answer-reason-fr-hint = Needed unless the recommendation is accepted in full; one language is enough.
field-why = Why this is changed
field-why-hint = One sentence. It stays on record beside the old and the new words.
field-text-en = Text (English)
field-text-fr = Text (French)
field-addressee-en = Addressed to (English)
field-addressee-fr = Addressed to (French)
field-priority = Priority
field-owner-person = Owner (person)
field-owner-person-hint = Someone who can see this plan. They are reminded and may report.
field-owner-words = Owner in words
field-owner-words-hint = A position, where nobody has an account: “Director, Operations”.
field-start-on = Start
field-due-hint = In words: “April 2018”, “Q2 2018-19”, “ongoing”.
field-answers = Answers these recommendations
field-deliverables-title-en = Deliverable (English)
field-deliverables-title-fr = Deliverable (French)
field-deliverables-due = Its own date
field-deliverables-due-hint = Only where it differs from the date of the measure.
change-owner-words = Owner in words
change-answers = Recommendations answered
change-reason = Reason
change-deliverable-en = Deliverable (English)
change-deliverable-fr = Deliverable (French)
change-deliverable-due = Date of the deliverable
change-closed-on = Closed
history-plan-edited = Plan put right
history-plan-amended = Plan amended
history-plan-closed = Plan closed
history-recommendation-added = Recommendation added
history-recommendation-edited = Recommendation put right
history-recommendation-amended = Recommendation amended
history-recommendation-removed = Recommendation removed from the draft
history-measure-added = Measure added
history-measure-edited = Measure put right
history-measure-amended = Measure amended
history-measure-removed = Measure removed from the draft
history-owner-named = Owner named
problem-baseline-frozen = The plan is approved: its dates move only by a decision. Ask for an extension.
edit-plan-title = Edit the plan
edit-plan-amend = Amend the plan
edit-intro-draft = The plan is a draft: correct anything freely. Each text needs at least one language; readers see their own where it exists.
edit-intro-approved = The plan is approved. The approved words stay on record and are shown beside yours; dates move only by a decision.
edit-save = Save
edit-save-amendment = Save the amendment
edit-cancel = Cancel
edit-report = The report it answers
edit-response = Response of management
edit-no-response = No response
edit-recommendation-title = Edit recommendation { $number }
edit-recommendation-amend = Amend recommendation { $number }
edit-recommendation-new = Add a recommendation
edit-recommendation-do = Edit the recommendation
edit-measure-title = Edit measure { $label }
edit-measure-amend = Amend measure { $label }
edit-measure-new = Add a measure
edit-measure-verified = This measure is verified. Once its text or its deliverables change, it has to be verified again, by somebody other than whoever changed it. Saying the same in the other language changes nothing.
edit-measure-claimed = This measure is reported as completed. Whoever changes its text or its deliverables now takes part in the claim and cannot verify it. Saying the same in the other language changes nothing.
edit-deliverables-draft = What is handed over. Leave both titles of a row empty to take it out.
edit-deliverables-approved = Words may be put better and deliverables added; none is removed here, since retiring one is a decision.
edit-add-deliverables = Add deliverables
edit-deliverable-row = Deliverable { $row }
edit-deliverable-due = Its own date: { $date }
edit-deliverable-due-moved = Its own date: { $date }, originally { $original }
edit-who = Who and when
edit-frozen-title = What this form does not change
edit-frozen-date = The date promised first, { $date }: a later one is asked for as an extension.
edit-frozen-lead = The organisation that leads it: handing it over is a decision.
edit-frozen-owner = The owner: name somebody on its own page.
remove-recommendation-title = Take it out of the draft
remove-recommendation-meaning = For what does not belong in the plan. Measures that answer it stay. After approval nothing is removed.
remove-recommendation-do = Remove the recommendation
remove-measure-title = Take it out of the draft
remove-measure-meaning = For what was imported by mistake. Its deliverables go with it. After approval nothing is removed.
remove-measure-do = Remove the measure
owner-title = Who carries measure { $label }?
owner-intro = Name a person who can see the plan, or the position in words. They find the measure in their next digest; no other mail goes out.
owner-do = Name the owner
wording-edit = Edit this measure
wording-amend = Amend this measure
wording-owner = Name the owner
missing-title = Missing in one language
missing-intro = These texts exist in one language only. Readers of the other one see them as they are, marked as such.
missing-none = Every text of this plan exists in both languages.
missing-back = Back to the plan
missing-see = See which
missing-add = Add it: { $lang }
missing-count-en = { $count ->
    [one] One text has no English.
   *[other] { $count } texts have no English.
  }
missing-count-fr = { $count ->
    [one] One text has no French.
   *[other] { $count } texts have no French.
  }
missing-in-en = Not in English ({ $count })
missing-in-fr = Not in French ({ $count })
missing-here-en = Missing in English
missing-here-fr = Missing in French
missing-plan-title = Title of the plan
missing-plan-source-title = Title of the report
missing-recommendation-text = Recommendation { $label }
missing-recommendation-addressee = Recommendation { $label }: addressed to
missing-response-text = Response to recommendation { $label }
missing-response-reason = Response to recommendation { $label }: reason
missing-response-text-global = Response to the whole report
missing-response-reason-global = Response to the whole report: reason
missing-measure-text = Measure { $label }
missing-cost-activity = Cost: activity
missing-cost-note = Cost: note
missing-deliverable-title = Deliverable of measure { $label }
amended-title = { $count ->
    [one] One change since the approval of { $date }
   *[other] { $count } changes since the approval of { $date }
  }
amended-intro = Approved wording beside today’s. The history says who changed it, when and why.
amended-approved = Approved wording, { $date }
amended-today = Today
amended-nothing = No text
amended-added = Added after approval
amended-plan = Title of the plan
amended-recommendation = Recommendation { $label }
amended-response = Response to recommendation { $label }
amended-response-global = Response to the whole report
amended-measure = Measure { $label }
amended-deliverable = Deliverable of measure { $label }
life-label = Life of the plan
life-by = { $date }, by { $who }
close-title = Close the plan
close-meaning = A plan is closed when every measure has come to an end: verified, no longer applicable or superseded. From then on it can be read and no longer changed.
close-open = { $count ->
    [0] Every measure has come to an end.
    [one] One measure is still open:
   *[other] { $count } measures are still open:
  }
close-do = Close the plan
done-plan-edited = The plan is saved.
done-recommendation-edited = The recommendation is saved.
done-recommendation-added = The recommendation was added.
done-recommendation-removed = The recommendation was taken out of the draft.
done-measure-edited = The measure is saved.
done-measure-added = The measure was added.
done-measure-removed = The measure was taken out of the draft.
done-owner-named = The owner is named.
done-plan-closed = The plan is closed. It stays readable.
edit-reminders = Reminders
edit-reminders-usual = As a rule, people are reminded { $before ->
    [0] at no time before the due date
   *[other] { $days } days before the due date
}, { $on ->
    [yes] on it
   *[other] not on it
}, and { $after ->
    [0] never after it.
    [one] every day after it.
   *[other] every { $after } days after it.
}
field-own-reminders = This plan has reminder days of its own
field-own-reminders-hint = Without this, the rule above holds, and the three fields below do not count.
change-own-reminders = Reminder days of its own
