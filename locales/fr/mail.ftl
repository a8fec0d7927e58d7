# Formulation des courriels et de ce qu’affiche `suivi remind`.

# rappel quotidien
mail-digest-subject =
    { $count ->
        [one] { $count } mesure à mettre à jour
       *[other] { $count } mesures à mettre à jour
    }
mail-digest-subject-late = { $count } mesures à mettre à jour, dont { $late } en retard
mail-digest-subject-all-late =
    { $count ->
        [one] { $count } mesure en retard à mettre à jour
       *[other] { $count } mesures en retard à mettre à jour
    }
mail-greeting = Bonjour { $name },
mail-digest-intro = Voici ce qui vous est demandé dans Suivi en date du { $date }. Chaque lien ouvre directement le formulaire voulu.
mail-heading-overdue = En retard
mail-heading-due-today = À échéance aujourd’hui
mail-heading-due-14 = À échéance d’ici deux semaines
mail-heading-due-30 = À échéance d’ici 30 jours
mail-heading-later = À échéance plus tard
mail-heading-without-account = Organisations sans compte
mail-without-account-intro = Dans ces organisations, personne ne peut faire de mise à jour dans Suivi. Demandez-leur où en sont les travaux et consignez leur réponse.
mail-heading-without-owner = Sans responsable
mail-without-owner-intro = Aucune organisation connue de Suivi ne répond de ces mesures : personne ne reçoit donc de rappel. Nommez une personne responsable pour que les rappels lui parviennent.
mail-line-measure = Mesure { $label }
mail-line-deliverable = Mesure { $label }, livrable
mail-line-said = { $what } : { $text }
mail-line-plan = Plan :
mail-asked-overdue = Indiquez où en sont les travaux et quand vous prévoyez les terminer.
mail-asked-due-today = À échéance aujourd’hui : indiquez ce qui a été fait.
mail-asked-before = Indiquez les progrès réalisés avant l’échéance.
mail-asked-organisation = Demandez à l’organisation responsable ({ $organisation }) où en sont les travaux, puis consignez sa réponse.
mail-asked-owner = Nommez une personne responsable : aucune personne qui puisse ouvrir une session n’en répond.
mail-asked-owner-in-words = Nommez une personne responsable : selon le plan, « { $owner } ».
mail-due-kept = Échéance : { $current } (date d’origine)
mail-due-moved = Échéance : { $current } (date d’origine : { $original })
mail-due-deliverable = Échéance : { $current }
mail-late =
    { $days ->
        [one] { $days } jour de retard
       *[other] { $days } jours de retard
    }
mail-late-original =
    { $days ->
        [one] { $days } jour depuis la date d’origine
       *[other] { $days } jours depuis la date d’origine
    }
mail-left =
    { $days ->
        [0] échéance aujourd’hui
        [one] encore { $days } jour
       *[other] encore { $days } jours
    }
mail-link = Mettre à jour la mesure { $label }
mail-link-owner = Nommer une personne responsable de la mesure { $label }
mail-footer = Vous recevez ce message parce que vous répondez de ces mesures ou coordonnez leur plan. Il est envoyé automatiquement et personne ne lit les réponses.
mail-footer-site = Ouvrir Suivi

# lien de connexion
mail-sign-in-subject = Votre lien pour ouvrir une session dans Suivi
mail-sign-in-intro = Suivez ce lien pour ouvrir une session dans Suivi.
mail-sign-in-link = Ouvrir une session dans Suivi
mail-sign-in-once =
    { $minutes ->
        [one] Le lien ne sert qu’une fois et expire dans { $minutes } minute.
       *[other] Le lien ne sert qu’une fois et expire dans { $minutes } minutes.
    }
mail-sign-in-not-you = Si vous ne l’avez pas demandé, ne tenez pas compte de ce message : sans ce lien, personne ne peut ouvrir de session.

# suivi remind
remind-title = Rappels du { $date }
remind-nothing = Il n’y a rien à envoyer.
remind-closed = Rien n’est envoyé le { $date }, qui n’est pas un jour ouvrable. Le prochain jour d’envoi est le { $next }.
remind-person = { $name } <{ $address }>, en { $language }
remind-subject = Objet : { $subject }
remind-unaddressed = Sans destinataire : personne ne répond de ces mesures et leur plan n’a pas de coordonnateur.
remind-queued =
    { $digests ->
        [0] Aucun nouveau courriel n’a été mis dans la file d’envoi.
        [one] { $digests } courriel a été mis dans la file d’envoi.
       *[other] { $digests } courriels ont été mis dans la file d’envoi.
    }
remind-failed =
    { $digests ->
        [one] { $digests } courriel n’a pas pu être mis dans la file d’envoi; le prochain passage essaiera de nouveau.
       *[other] { $digests } courriels n’ont pas pu être mis dans la file d’envoi; le prochain passage essaiera de nouveau.
    }
remind-sent =
    { $mails ->
        [0] Aucun courriel n’a été envoyé.
        [one] { $mails } courriel a été envoyé.
       *[other] { $mails } courriels ont été envoyés.
    }
remind-not-sent =
    { $mails ->
        [one] { $mails } courriel n’a pas pu être envoyé.
       *[other] { $mails } courriels n’ont pas pu être envoyés.
    }

# historique de la file d’envoi
history-mail-queued = Rappel mis dans la file d’envoi
history-mail-delayed = Courriel non envoyé, à réessayer
history-mail-failed = Courriel abandonné
