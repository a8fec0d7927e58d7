# Administration: many people at once, settings, the outbox, what the log says, the invitation.

# many people at once
admin-import-intro = One row for each person and role, with the names of the columns in the first row. Nothing is written before you have seen what will happen.
admin-import-columns = Which columns are needed?
admin-import-columns-about = Name, e-mail, language and role are needed; organisation (its short code) and plan (its number, for a role on that plan only) may be left out. The order does not matter, nor whether the names are in English or in French. Cells are separated by commas, semicolons or tabs, so a selection copied from a spreadsheet can be pasted as it is.
admin-import-example =
    name,e-mail,language,organisation,role,plan
    Jo Roy,jo.roy@organisation.gc.ca,fr,SP,lead,
    Ann Li,ann.li@organisation.gc.ca,en,GRC,reader,1
admin-import-paste = Paste a table
admin-import-upload = Or upload a file
admin-import-read = See what will happen
admin-import-send = Upload and see what will happen
admin-import-preview = What will happen
admin-import-was-done = This table was carried out.
admin-import-new = { $count } to add
admin-import-roles = { $count ->
    [one] 1 row gives a role more
   *[other] { $count } rows give a role more
  }
admin-import-archived = { $count } archived
admin-import-decide-roles = { $count ->
    [one] Give 1 role?
   *[other] Give { $count } roles?
  }
admin-import-do-roles = { $count ->
    [one] Give 1 role
   *[other] Give { $count } roles
  }
admin-import-is = This address belongs to { $name }.
admin-import-there = { $count } already there
admin-import-wrong = { $count ->
    [one] 1 row with a problem
   *[other] { $count } rows with a problem
  }
admin-import-correct-first = Some rows are not right yet. What is wrong stands beside each cell; correct the text below the table and have it read again. Nobody has been added.
admin-import-nothing = Nobody in this table is to be added, and nobody gets a role: who is not archived has what the table says.
admin-import-decide = { $count ->
    [one] Add 1 person?
   *[other] Add { $count } people?
  }
admin-import-decide-about = Either all of it is done or nothing. Who is there already only gets the roles that are missing; who is archived gets none before somebody restores them.
admin-import-do = { $count ->
    [one] Add 1 person
   *[other] Add { $count } people
  }
admin-import-text = Your table
admin-import-again = Read it again
admin-import-rows = Rows of your table
admin-import-line = Line
admin-import-line-number = Line { $line }
admin-import-fate = What will happen
admin-fate-new = Will be added
admin-fate-role = Gets this role
admin-fate-archived = Archived – restore first
admin-fate-there = Already there
admin-fate-wrong = Problem
field-table = Table
field-table-hint = At most 2,000 rows and 1 MB.
field-people-file = File
field-people-file-hint = A table (.csv) or plain text, at most 2,000 rows and 1 MB.

# settings
admin-settings-intro = Three groups, each saved on its own. The log keeps what each value was before.
admin-settings-instance = Name and help
admin-settings-instance-about = The name stands in the header of every page and in invitations; the address stands in the footer and on the sign-in page.
admin-settings-sign-in = Signing in
admin-settings-sign-in-about = How people get in and how long they stay. Links or passwords must stay on, so that there is always a way in.
admin-settings-reminders = Reminders
admin-settings-reminders-about = When people are reminded of a date. All that is to be said to one person on one day goes into one mail; week-ends and holidays are skipped.
done-settings-kept = The settings are saved and hold from now on.
field-contact = Address for help
field-contact-hint = Whom people write to when they are stuck.
field-links = Sign in by a link sent by mail
field-links-hint = Whoever reads a person’s mail can sign in as that person.
field-passwords = Sign in with a password
field-passwords-hint = People may choose a password for themselves.
field-password-length = Shortest password
field-password-length-hint = In characters, from 12 to 64. There is no other rule: length is what protects.
field-second-factor-for = Who must confirm with a second factor
field-second-factor-for-hint = People with one of these roles confirm each sign-in with a code from an application on their telephone.
field-idle-minutes = Sign out after so many minutes without activity
field-idle-minutes-hint = From 5 to 1,440 minutes (a day).
field-absolute-hours = Sign out after so many hours in any case
field-absolute-hours-hint = From 1 to 720 hours (30 days).
field-days-before = Days before the due date
field-days-before-hint = At most ten numbers from 1 to 365, separated by commas: 30, 14, 3. Leave it empty to send nothing before.
field-on-due-day = Remind on the due date
field-every-days-after = Days between reminders after the due date
field-every-days-after-hint = From 1 to 90; 7 is once a week. Leave it empty to send nothing after.

# the outbox
admin-mail-intro = Mails that could not be delivered come first. A mail is tried again by itself for some hours; after that it waits here for you.
admin-found-mails = { $count ->
    [0] No mail matches.
    [one] 1 mail.
   *[other] { $count } mails.
  }
admin-mail-subject = Mail
admin-mail-to = To
admin-mail-written = Written
admin-mail-words = What it says
admin-mail-attempts = { $count ->
    [one] Tried once
   *[other] Tried { $count } times
  }
admin-mail-next = Next attempt: { $at }
admin-mail-sent = { $at }
admin-mail-secret = The words of this mail are not shown: it carries a link that is as good as a password.
admin-mail-gone-sign-in = It carried a personal link, which is not kept. The person can ask for a new one on the sign-in page.
admin-mail-gone-password-reset = It carried a personal link, which is not kept. The person can ask for a new one on the sign-in page.
admin-mail-gone-invitation = It carried a personal link, which is not kept. An administrator can send another invitation, from the page of the person.
admin-mail-gone-contact = It carried a personal link, which is not kept. A coordinator can ask again, from the page of the measure.
admin-mail-retry-title = Undelivered mail
admin-mail-retry-about = Once the cause is removed, have it all sent again. Nobody gets a mail twice.
admin-mail-retry-all = { $count ->
    [one] Send 1 mail again
   *[other] Send { $count } mails again
  }
admin-mail-retry-one = Send again to { $address }
admin-mail-retry-do = Send again
done-mail-retried = The mail is on its way again.
done-mails-retried = The mails are on their way again.
field-kind = Kind
field-mail-person = Name or address
mail-kind-digest = Reminder
mail-kind-sign-in = Sign-in link
mail-kind-invitation = Invitation
mail-kind-password-reset = New password
mail-kind-notice = Notice
mail-kind-contact = Question to a contact
mail-state-waiting = Waiting
mail-state-sending = Being sent
mail-state-sent = Sent
mail-state-failed = Not delivered
mail-error-timeout = The mail server did not answer in time.
mail-error-smtp-timeout = The mail server did not answer in time.
mail-error-smtp-tls = No secure connection to the mail server could be made.
mail-error-smtp-connection = The mail server could not be reached.
mail-error-smtp-response = The mail server gave an answer that could not be understood.
mail-error-smtp-client = The mail could not be handed to the mail server.
mail-error-address = The address cannot be written to.
mail-error-message = The mail could not be put together.
mail-error-interrupted = The program ended while it was sending, each time it tried.
mail-error-smtp-later = The mail server asked to try again later ({ $code }).
mail-error-smtp-refused = The mail server refused it for good ({ $code }): most often the address does not exist.
mail-error-file = The mail could not be written to its folder ({ $code }).
mail-error-other = It could not be sent, for an unknown reason ({ $code }).

# the invitation
mail-invitation-subject = { $inviter } invites you to Suivi
mail-invitation-intro = { $inviter } invites you to Suivi, where organisations follow what they promised in answer to evaluations and audits.
mail-invitation-intro-of = { $inviter } invites you to the Suivi of { $instance }, where organisations follow what they promised in answer to evaluations and audits.
mail-invitation-role = Your role: { $role }
mail-invitation-role-on = Your role on the plan “{ $plan }”: { $role }
mail-invitation-link = Accept the invitation
mail-invitation-once = The link works once, until { $date }. After that, ask for a new one on the sign-in page with this address.
mail-invitation-not-you = If you did not expect this, write to the person who invites you, or do nothing.

# what the log says
change-archived-on = Archived on
change-links = Sign-in by link
change-passwords = Sign-in by password
change-second-factor-for = Second factor asked of
change-idle-minutes = Minutes without activity
change-absolute-hours = Hours in any case
change-on-due-day = Reminder on the due date
change-mail-state = State of the mail
change-last-error = What went wrong

# problems
problem-not-a-day = Enter a day as year, month and day, such as 2018-04-30.
problem-ends-before-start = The last day is before the first one.
problem-already-over = This is over already.
problem-no-longer-here = This person was archived and is sent no mail any more.
problem-last-administrator = This is the last active administrator: without one, nobody could run the instance. Name another one first.
problem-not-oneself = Nobody can be their own deputy.
problem-no-way-in = Leave links or passwords on, so that people can sign in.
problem-no-such-organisation = No organisation in use has this code.
problem-no-such-role = There is no such role: administrator, coordinator, lead, member, executive or reader.
problem-no-such-language = Write en or fr.
problem-no-such-plan = No plan has this number.
problem-whole-instance = Administration always holds for the whole instance. For one plan, give coordination.
problem-repeated = An earlier row has the same address and the same role.
problem-unlike-earlier = An earlier row with the same address says something else here.
problem-too-many-cells = This row has more cells than there are columns. A comma inside a cell needs quotation marks around it.
problem-too-many-rows = These are more than 2,000 rows. Send them in several parts.
problem-columns-missing = The first row must name the columns: name, e-mail, language and role, in either language.
problem-rows-wrong = Some rows are not right yet, or there is nobody to add.
