# Ébauches, rien de nouveau, plusieurs mesures à la fois, qui n’a pas donné de nouvelles.

nav-report = Rendre compte
update-for = { $contact } (consigné par { $author })
field-nothing-new = Rien de nouveau à signaler
field-nothing-new-hint = C’est aussi une réponse : elle est consignée avec sa date, et l’état, le pourcentage et la date prévue restent les mêmes. Cochez cette seule case, ou dites ci-dessous ce qu’il y a de nouveau.
draft-save = Enregistrer l’ébauche
draft-save-hint = Vous seul voyez votre ébauche, qui peut rester inachevée. Elle attend ici et dans votre travail que vous l’envoyiez.
draft-waiting = Voici votre ébauche, enregistrée le { $at }. Personne d’autre ne la voit avant que vous l’envoyiez.
draft-stale = Quelqu’un a rendu compte depuis que vous l’avez enregistrée : lisez ce qui a été dit la dernière fois avant d’envoyer la vôtre.
draft-give-up = Effacer l’ébauche
draft-saving = Enregistrement de l’ébauche…
draft-saved-at = Ébauche enregistrée, %TIME%.
draft-session-ended = Votre session a pris fin : l’ébauche n’est conservée que dans ce navigateur. Rouvrez une session dans un autre onglet, puis continuez ici.
draft-changed-meanwhile = Non enregistré : quelqu’un d’autre a modifié cette mesure entre-temps, ou vous en avez enregistré une autre ébauche ailleurs. Votre texte est conservé dans ce navigateur. Choisissez « Enregistrer l’ébauche » pour voir les deux.
draft-not-saved = L’ébauche n’a pas pu être enregistrée à l’instant : elle est conservée dans ce navigateur, et un nouvel essai suivra votre prochaine modification.
done-draft-saved = Votre ébauche est enregistrée. Elle attend ici que vous l’envoyiez.
done-draft-discarded = Votre ébauche a été supprimée.
done-updates-recorded = Vos mises à jour sont consignées. Merci.
drafts-title = Ébauches en attente
draft-waits-since = Votre ébauche, enregistrée le { $at }
draft-continue = Poursuivre l’ébauche
draft-too-late = On ne peut plus rendre compte de cette mesure.
draft-read = Lire ce que vous aviez écrit
draft-no-words = Elle ne contient aucun texte.

many-title = Faire le point sur mes mesures
many-link = Toutes mes mesures dans un seul formulaire
many-lead = { $total ->
    [one] Vous répondez d’une mesure ouverte
   *[other] Vous répondez de { $total } mesures ouvertes
  }; { $silent ->
    [0] toutes sont à jour pour { $period }
    [one] il en manque une pour { $period }
   *[other] il en manque { $silent } pour { $period }
  }.
many-how = Remplissez là où vous avez quelque chose à dire et laissez le reste tel quel : seul ce que vous modifiez est consigné. Tout est envoyé ensemble. Si une réponse pose problème, rien n’est consigné tant qu’elle n’est pas corrigée, et votre texte reste ici.
many-nothing = Vous ne répondez d’aucune mesure ouverte; il n’y a donc rien à signaler ici.
many-next = Passer à la mesure suivante
many-to-the-end = Passer à la fin du formulaire
many-instead-of = À la place de { $name }
many-full-form = Ouvrir le formulaire complet de la mesure { $label }
many-draft-here = Cette ligne contient votre ébauche, enregistrée le { $at }. Elle part avec les autres.
many-draft-elsewhere = Une autre de vos ébauches sur cette mesure a été enregistrée le { $at }, sur un autre appareil ou dans une autre fenêtre. Elle est conservée, et cette ligne n’a pas été enregistrée à sa place.
many-draft-replace = Enregistrer cette ligne comme ébauche à sa place
many-send-title = Tout envoyer ensemble
many-send = Envoyer les mises à jour
many-nothing-sent = Rien n’est encore consigné. Corrigez ce qui suit, puis envoyez le tout de nouveau.
many-field-of = Mesure { $label } : { $field }
many-left-title = Ce que vous avez écrit sur des mesures qui ne sont plus dans le formulaire
many-left-how = Rien de cela n’a été consigné. Copiez d’ici ce dont vous avez encore besoin.
many-left-unknown = Une mesure que vous ne voyez plus
many-left-elsewhere = Cette mesure n’est plus sur cette page du formulaire : elle attend d’être vérifiée, ou la liste s’est déplacée.
many-left-open = Ouvrir son propre formulaire
field-rows = Vos mesures
field-rows-nothing-new = Rien de nouveau à signaler
field-rows-nothing-new-hint = C’est aussi une réponse, datée comme les autres. Laissez le reste de cette mesure tel quel.
field-rows-deliverables = Livrable
field-rows-status = État
field-rows-percent = Pourcentage réalisé
field-rows-forecast = Date prévue
field-rows-done = Ce qui a été fait
field-rows-obstacles = Ce qui fait obstacle
field-rows-next-step = Ce qui vient ensuite
field-rows-text-lang = Langue de votre texte
problem-changed-meanwhile = Quelqu’un d’autre a modifié cette mesure entre-temps. Lisez ce qui a été dit en dernier, puis envoyez de nouveau.

reporting-title = Qui a rendu compte
reporting-lead = { $silent ->
    [one] Une mesure ouverte sur { $total } n’a pas de mise à jour pour { $period }.
   *[other] { $silent } mesures ouvertes sur { $total } n’ont pas de mise à jour pour { $period }.
  }
reporting-lead-all = { $total ->
    [one] La seule mesure ouverte est à jour pour { $period }.
   *[other] Les { $total } mesures ouvertes sont à jour pour { $period }.
  }
reporting-lead-none = Aucune mesure de ce plan n’attend de mise à jour.
reporting-drafts-are-private = Une ébauche montre que quelqu’un est en train d’écrire. Son texte lui appartient jusqu’à l’envoi.
reporting-counts = { $silent ->
    [0] Tout est à jour
   *[other] { $silent } sur { $total } sans mise à jour
  }
reporting-no-account = Personne ici n’a de compte
reporting-nobody = Personne avec un compte
reporting-ask = Demander à un contact par courriel
reporting-asked = Contact sollicité
reporting-draft = Ébauche en attente
reporting-yes = À jour
reporting-no = Sans mise à jour
