# Drafts, nothing new to report, many measures at once, who has not reported.

nav-report = Report
update-for = { $contact } (recorded by { $author })
field-nothing-new = Nothing new to report
field-nothing-new-hint = An answer too: it is recorded with its date, and the status, the percentage and the expected date stay as they are. Tick it alone, or say below what is new.
draft-save = Save as draft
draft-save-hint = A draft is seen by you alone and may be half finished. It waits here and in your work until you send it.
draft-waiting = This is your draft, saved on { $at }. Nobody else sees it before you send it.
draft-stale = Somebody has reported since you saved it: read what was said last time before you send yours.
draft-give-up = Discard the draft
draft-saving = Saving the draft…
draft-saved-at = Draft saved, %TIME%.
draft-session-ended = Your session has ended: the draft is kept in this browser only. Sign in again in another tab, then go on here.
draft-changed-meanwhile = Not saved: somebody else changed this measure in the meantime, or you saved another draft of it elsewhere. What you typed is kept in this browser. Choose “Save as draft” to see both.
draft-not-saved = The draft could not be saved just now: it is kept in this browser, and the next change tries again.
done-draft-saved = Your draft is saved. It waits here until you send it.
done-draft-discarded = Your draft is gone.
done-updates-recorded = Your updates are recorded. Thank you.
drafts-title = Drafts waiting
draft-waits-since = Draft of yours, saved on { $at }
draft-continue = Continue the draft
draft-too-late = Nothing can be reported on this measure any more.
draft-read = Read what you had written
draft-no-words = It holds no words.

many-title = Report on my measures
many-link = All my measures in one form
many-lead = { $total ->
    [one] You answer for one open measure
   *[other] You answer for { $total } open measures
  }; { $silent ->
    [0] all of them are reported for { $period }
    [one] one was not reported on for { $period }
   *[other] { $silent } were not reported on for { $period }
  }.
many-how = Fill in what you have something to say about and leave the rest as it is: only what you touch is recorded. Everything is sent together. If one answer has a problem, nothing is recorded until it is put right, and what you typed stays here.
many-nothing = You answer for no open measure, so there is nothing to report here.
many-next = Go to the next measure
many-to-the-end = Go to the end of the form
many-instead-of = In the place of { $name }
many-full-form = Open the full form of measure { $label }
many-draft-here = This row holds your draft, saved on { $at }. It is sent with the others.
many-draft-elsewhere = Another draft of yours about this measure was saved on { $at }, on another device or in another window. It is kept, and this row was not saved over it.
many-draft-replace = Save this row as the draft in its place
many-send-title = Send everything together
many-send = Send the reports
many-nothing-sent = Nothing was recorded yet. Put these right, then send everything again.
many-field-of = Measure { $label }: { $field }
many-left-title = What you wrote about measures that are not in the form any more
many-left-how = It was not recorded. Copy from here what you still need.
many-left-unknown = A measure you do not see any more
many-left-elsewhere = This measure is not on this page of the form any more: it waits for verification, or the list has moved.
many-left-open = Open its own form
field-rows = Your measures
field-rows-nothing-new = Nothing new to report
field-rows-nothing-new-hint = An answer as well, dated like the others. Leave the rest of this measure as it is.
field-rows-deliverables = Deliverable
field-rows-status = Status
field-rows-percent = Percent done
field-rows-forecast = Expected date
field-rows-done = What was done
field-rows-obstacles = What is in the way
field-rows-next-step = What comes next
field-rows-text-lang = Language you wrote in
problem-changed-meanwhile = Somebody else changed this measure in the meantime. Read what was said last, then send again.

reporting-title = Who has reported
reporting-lead = { $silent } of { $total } open measures were not reported on for { $period }.
reporting-lead-all = { $total ->
    [one] The one open measure was reported on for { $period }.
   *[other] All { $total } open measures were reported on for { $period }.
  }
reporting-lead-none = No measure of this plan waits for a report.
reporting-drafts-are-private = A draft shows that somebody is writing. What they write is theirs until they send it.
reporting-counts = { $silent ->
    [0] All reported
   *[other] { $silent } of { $total } not reported
  }
reporting-no-account = Nobody here has an account
reporting-nobody = Nobody with an account
reporting-ask = Ask a contact by mail
reporting-asked = Contact asked
reporting-draft = Draft waiting
reporting-yes = Reported
reporting-no = Not reported
