# Wording of the mails and of what `suivi remind` prints.

# digest
mail-digest-subject =
    { $count ->
        [one] { $count } measure to update
       *[other] { $count } measures to update
    }
mail-digest-subject-late = { $count } measures to update, { $late } of them overdue
mail-digest-subject-all-late =
    { $count ->
        [one] { $count } overdue measure to update
       *[other] { $count } overdue measures to update
    }
mail-greeting = Hello { $name },
mail-digest-intro = Here is what is asked of you in Suivi as of { $date }. Each link opens the form for it directly.
mail-heading-overdue = Overdue
mail-heading-due-today = Due today
mail-heading-due-14 = Due within two weeks
mail-heading-due-30 = Due within 30 days
mail-heading-later = Due later
mail-heading-without-account = Organisations without an account
mail-without-account-intro = Nobody in these organisations can report progress in Suivi. Ask them where the work stands and record their answer.
mail-heading-without-owner = Without an owner
mail-without-owner-intro = No organisation in Suivi answers for these measures, so nobody is reminded of them. Name an owner, and the reminders go there.
mail-line-measure = Measure { $label }
mail-line-deliverable = Measure { $label }, deliverable
mail-line-said = { $what }: { $text }
mail-line-plan = Plan:
mail-asked-overdue = Report where the work stands and when you expect to finish it.
mail-asked-due-today = Due today: report what has been done.
mail-asked-before = Report the progress made before the due date.
mail-asked-organisation = Ask { $organisation } where the work stands, then record the answer.
mail-asked-owner = Name an owner: nobody who can sign in answers for it.
mail-asked-owner-in-words = Name an owner: the plan says “{ $owner }”.
mail-due-kept = Due: { $current } (original date)
mail-due-moved = Due: { $current } (originally { $original })
mail-due-deliverable = Due: { $current }
mail-late =
    { $days ->
        [one] { $days } day late
       *[other] { $days } days late
    }
mail-late-original =
    { $days ->
        [one] { $days } day past the original date
       *[other] { $days } days past the original date
    }
mail-left =
    { $days ->
        [0] due today
        [one] { $days } day left
       *[other] { $days } days left
    }
mail-link = Report progress on measure { $label }
mail-link-owner = Name an owner for measure { $label }
mail-footer = You receive this message because you answer for these measures or coordinate their plan. It was sent automatically; replies are not read.
mail-footer-site = Open Suivi

# sign-in link
mail-sign-in-subject = Your sign-in link for Suivi
mail-sign-in-intro = Follow this link to sign in to Suivi.
mail-sign-in-link = Sign in to Suivi
mail-sign-in-once =
    { $minutes ->
        [one] The link works once and expires in { $minutes } minute.
       *[other] The link works once and expires in { $minutes } minutes.
    }
mail-sign-in-not-you = If you did not ask for it, ignore this message: nobody can sign in without the link.

# suivi remind
remind-title = Reminders for { $date }
remind-nothing = Nothing is to be sent.
remind-closed = { $date } is not a working day: nothing is sent. The next sending day is { $next }.
remind-person = { $name } <{ $address }>, in { $language }
remind-subject = Subject: { $subject }
remind-unaddressed = Without a recipient: nobody answers for these measures and their plan has no coordinator.
remind-queued =
    { $digests ->
        [0] No new mail was put into the outbox.
        [one] { $digests } mail was put into the outbox.
       *[other] { $digests } mails were put into the outbox.
    }
remind-failed =
    { $digests ->
        [one] { $digests } mail could not be put into the outbox; the next run tries again.
       *[other] { $digests } mails could not be put into the outbox; the next run tries again.
    }
remind-sent =
    { $mails ->
        [0] No mail was sent.
        [one] { $mails } mail was sent.
       *[other] { $mails } mails were sent.
    }
remind-not-sent =
    { $mails ->
        [one] { $mails } mail could not be sent.
       *[other] { $mails } mails could not be sent.
    }

# history of the outbox
history-mail-queued = Reminder put into the outbox
history-mail-delayed = Mail not sent, to be tried again
history-mail-failed = Mail given up
