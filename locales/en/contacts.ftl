# Organisations without accounts: asking, answering, deciding.

contacts-title = Contacts without an account
contacts-ask = Ask somebody without an account
contacts-none = Nobody was sent a link about this measure.
contacts-sent = { $name } ({ $email }), sent on { $on }
contacts-see-answer = See the answer
link-open-until = Waits for an answer until { $on }
link-state-open = Waits for an answer
link-state-used = Answered
link-state-revoked = Taken back
link-state-expired = Expired without an answer
link-revoke = Take the link back
done-contact-asked = The mail with the link is on its way. The answer comes to your work.
done-contact-link-revoked = The link is taken back and opens nothing any more.
done-answer-published = The answer is part of the record.
done-answer-declined = The answer stays out of the record. Your reason is kept with it.

ask-title = Ask somebody about measure { $label }
ask-intro = Somebody without an account gets a mail with a link that works once. Their answer comes to you first: nothing is published until you say so.
ask-letter = What they will read
ask-letter-meaning = The mail goes out in the language you choose, with a link of its own for each measure.
ask-send = Send the mail
ask-record-yourself = You know the answer already? Record it yourself.
field-contact-lang = Language of the mail
field-purpose = What you ask for
field-days = How many days the link works
field-days-hint = From 1 to 60.
field-also = Ask about more in the same mail
field-also-hint = These measures of the same organisation were not reported on in this period either.
problem-too-many-links = Five links about this measure wait for an answer already. Take one back first.

link-closed-title = This link opens nothing any more
link-unknown = This link is not known. Perhaps part of it was lost on the way: open it from the mail once more.
link-closed-open = This link works.
link-closed-used = An answer was sent by this link already. Thank you.
link-closed-revoked = An answer is no longer needed here. Thank you.
link-closed-expired = The days of this link are over.
link-closed-help = If you still have something to say, write to the person who sent you the mail.
link-typed = What you had typed
answer-title-update = Where does this measure stand?
answer-title-evidence = What proves that it is done?
answer-intro = { $name }, you need no account: this page is for you and works once, until { $on }.
answer-evidence-link-only = Give the web address of a document that the coordinator can open. Files cannot be sent from here.
answer-whole-measure = The measure as a whole
answer-send = Send the answer
answer-send-hint = It goes to the coordinator of the plan, who publishes it under your name and organisation. After that the link is used up.
answered-title = Thank you
answered-intro = Your answer has arrived.
answered-next = The coordinator of the plan looks at it before it is published. There is nothing else for you to do; you can close this page.

answers-title = Answers to look at
answers-why = { $contact }: { $purpose }, { $at }
answers-look = Look at the answer
proposal-title = Answer about measure { $label }
proposal-from = { $name } ({ $email }) answered on { $at }, without an account.
proposal-caption = The answer beside the record
proposal-what = What
proposal-now = On record now
proposal-answer = Their answer
proposal-publish-title = Publish it
proposal-publish-meaning = It becomes part of the record as it is, with { $name } as its source and you as the one who published it. You will not be able to verify a completion you published.
proposal-publish = Publish the answer
proposal-decline-title = Or leave it out
proposal-decline = Decline the answer
proposal-published-by = Published by { $who } on { $at }.
proposal-declined-by = Declined by { $who } on { $at }.
field-decline-reason = Why it stays out of the record
field-publish = Publishing
problem-no-longer-fits = The answer cannot be taken over as it stands. Record what is right yourself, or decline it and say why.

mail-contact-update-subject = Where does your measure stand?
mail-contact-update-intro = { $from } coordinates the follow-up of the plan “{ $plan }” and asks you where the work of your organisation stands. You need no account: open the link, fill in the form and send it.
mail-contact-evidence-subject = What proves that your measure is done?
mail-contact-evidence-intro = { $from } coordinates the follow-up of the plan “{ $plan }” and asks you for evidence of what your organisation has done. You need no account: open the link, fill in the form and send it.
mail-contact-measure = Measure { $label }: { $text }
mail-contact-link-update = Say where it stands
mail-contact-link-evidence = Give the evidence
mail-contact-place-of-link = (the link)
mail-contact-once = { $days ->
    [one] Each link works once, for { $days } day.
   *[other] Each link works once, for { $days } days.
  } Do not pass it on: whoever has it can answer for you.
mail-contact-who = This message was sent for { $from }. If it is not for you, ignore it.
mail-answered-subject = { $contact } answered
mail-answered-intro = { $contact } answered by the link you sent. Nothing is published until you say so.
mail-answered-what = Measure { $label } of the plan “{ $plan }”
mail-answered-link = Look at the answer

history-contact-asked = Contact asked by mail
history-contact-revoked = Link of a contact taken back
history-contact-answered = Contact answered
history-contact-answer-published = Answer of a contact published
history-contact-answer-declined = Answer of a contact declined
change-purpose = What was asked for
answer-choose = Choose…
field-proof-title = What it is called
field-proof-url = Web address of the document
field-proof-url-hint = It starts with https:// or http://.
field-proof-marking = Security marking
field-proof-deliverable = What it proves
