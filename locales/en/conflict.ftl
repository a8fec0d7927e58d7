# Two people editing one record.

conflict-title = Somebody else changed this while you had it open
conflict-last = { $action } by { $who }, { $at }.
conflict-last-unknown = It was saved after you opened this page, perhaps by you in another window.
conflict-nothing-lost = Nothing you wrote is lost: it is still in the form below. Compare, then choose.
conflict-same = What you wrote says the same as what is saved now.
conflict-what = What differs
conflict-theirs = Saved now
conflict-yours = What you wrote
conflict-blank = Left empty
conflict-by = by { $who }, { $at }
conflict-keep-yours = To keep yours, correct it below if need be and send the form again.
conflict-keep-theirs = Keep what is saved and drop what I wrote
conflict-changed = What was changed last
conflict-progress = Their report stays in the record in any case. Yours, if you send it, is added after it.
conflict-draft-title = You saved another draft of this report elsewhere
conflict-draft-saved = It was saved on { $at }, on another device or in another window. What you typed here was not saved over it.
conflict-draft = If you save the draft again, what is below takes the place of the other draft. If you send the report, the other draft stays.
conflict-approve = Read the plan below as it is now before you decide.
conflict-look-again = Look at what there is now before you send the form again.
