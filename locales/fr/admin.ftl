# Administration : l’accueil, les organisations, les personnes.

nav-admin = Administration
help-contact = Des questions? Écrivez à
admin-intro = Ce qui vaut pour toute l’instance. Chaque changement fait ici est consigné avec le nom de son auteur, et rien n’est jamais supprimé.
admin-people = Personnes
admin-people-about = Qui peut ouvrir une session, dans quels rôles, les suppléances et les absences.
admin-import = Inviter plusieurs personnes
admin-import-about = Collez un tableau ou téléversez un fichier CSV; vous voyez ce qu’il adviendra de chaque ligne avant que quiconque soit ajouté.
admin-organisations = Organisations
admin-organisations-about = Qui dirige et appuie des mesures, que quelqu’un y ait un compte ou non.
admin-settings = Paramètres
admin-settings-about = Le nom de l’instance et à qui demander de l’aide, comment on ouvre une session et quand partent les rappels.
admin-mail = Courriels
admin-mail-about = Ce qui est envoyé, ce qui n’a pas pu être remis et pourquoi.
admin-log = Journal des changements
admin-log-about = Chaque changement de chaque fiche : qui, quand, et ce qu’il y avait avant.
admin-count-people = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
  }
admin-count-without-role = { $count } sans rôle
admin-count-invited = { $count ->
    [one] { $count } invitée, pas encore venue
   *[other] { $count } invitées, pas encore venues
  }
admin-count-never-signed-in = { $count ->
    [one] { $count } n’a jamais ouvert de session, et n’a pas d’invitation qui fonctionne
   *[other] { $count } n’ont jamais ouvert de session, et n’ont pas d’invitation qui fonctionne
  }
admin-count-organisations = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
  }
admin-count-empty-organisations = { $count } sans personne
admin-count-failed-mails = { $count ->
    [one] { $count } courriel n’a pas été remis
   *[other] { $count } courriels n’ont pas été remis
  }
admin-count-waiting-mails = { $count ->
    [one] { $count } courriel en attente
   *[other] { $count } courriels en attente
  }

# ce que font les formulaires
admin-add-do = Ajouter
admin-edit-do = Modifier ces renseignements
admin-keep-do = Enregistrer les changements
admin-archive = Archiver
admin-archive-do = Archiver
admin-restore-do = Rétablir
admin-is-archived = Archivage
admin-archived-why = Archivé le { $date } : { $reason }
admin-whole-instance = Toute l’instance
admin-plan-choice = { $title } (plan { $number })
done-changes-kept = Vos changements sont enregistrés.
done-archived = L’archivage est fait. Les fiches restent lisibles.
done-restored = Le rétablissement est fait.
done-organisation-added = L’organisation est ajoutée.
done-people-added = Les personnes et les rôles de votre tableau sont ajoutés.
done-person-added = La personne est ajoutée. Aucune invitation n’a été envoyée.
done-person-invited = La personne est ajoutée et une invitation est en route.
done-person-factor-removed = Le second facteur est retiré, et la personne en est avertie.
done-person-sessions-ended = Toutes les sessions de la personne sont fermées, et elle en est avertie.
done-person-account-unlinked = Le compte de travail est dissocié, et la personne en est avertie.
done-person-archived = La personne est archivée et ne peut plus ouvrir de session. Ses fiches restent.
done-invitation-sent = Une invitation est en route. Les précédentes ne fonctionnent plus.
done-role-given = Le rôle est donné.
done-roles-given = Les rôles de votre tableau sont donnés.
done-role-taken = Le rôle est retiré.
done-absence-added = L’absence est ajoutée.
done-absence-cancelled = L’absence est annulée.

# organisations
admin-organisations-intro = Une organisation qui ne participe plus est archivée : elle reste sur ses fiches et n’est plus offerte pour les nouvelles.
admin-organisation-add = Ajouter une organisation
admin-organisation-people = Voir ses personnes
admin-organisation-counts = Personnes qui peuvent ouvrir une session : { $people }. Mesures en cours qu’elle dirige : { $measures }.
admin-organisation-archive-about = Elle ne sera plus offerte pour des personnes ni des mesures. Tout ce qui la concerne reste lisible, et elle peut être rétablie.
admin-organisation-restore-about = Elle n’est plus offerte pour des personnes ni des mesures. Ses fiches restent lisibles.
admin-found-organisations = { $count ->
    [0] Aucune organisation ne correspond.
    [one] { $count } organisation.
   *[other] { $count } organisations.
  }
admin-leads = Mesures en cours
admin-no-name = Pas encore de nom
admin-no-organisation = Aucune organisation
field-code = Sigle
field-code-hint = Comme on l’écrit dans les plans, par exemple IRCC; celui en anglais s’il y en a deux. Deux organisations ne peuvent pas avoir le même.
field-code-fr = Sigle en français
field-code-fr-hint = S’il n’est pas le même en français, par exemple GRC à côté de RCMP.
field-name-en = Nom en anglais
field-name-fr = Nom en français
field-reason = Motif
field-reason-hint = Il reste au dossier pour ceux qui viendront plus tard.
field-archived = Plutôt celles archivées
field-empty = Sans personne

# personnes
admin-person-add = Ajouter une personne
admin-person-edit = Renseignements sur { $name }
admin-person-facts = Renseignements
admin-found-people = { $count ->
    [0] Personne ne correspond.
    [one] { $count } personne.
   *[other] { $count } personnes.
  }
admin-state-all = Toutes, sauf archivées
admin-roles = Rôles
admin-roles-do = Donner ou retirer un rôle
admin-roles-of = Rôles de { $name }
admin-roles-held = Rôles actuels
admin-no-role = Aucun rôle
admin-no-role-about = Aucun rôle pour l’instant : cette personne peut ouvrir une session, mais ne voit rien.
admin-role-on = { $role }, { $plan }
admin-role-everywhere = { $role }, toute l’instance
admin-role-give = Donner un rôle
admin-role-give-do = Donner le rôle
admin-role-take = Retirer : { $role }
admin-role-take-do = Retirer
admin-last-administrator = C’est la dernière personne active à l’administration : nommez-en d’abord une autre.
admin-standing = Accès
admin-last-sign-in = Dernière session le { $date }
admin-invited = Invitation envoyée le { $date }. Le lien fonctionne jusqu’au { $until }.
admin-invited-before = Invitation envoyée le { $date }. Le lien ne fonctionne plus.
admin-invite-do = Envoyer une invitation
admin-invite-again = Envoyer une autre invitation
admin-invite-about = Un courriel dans la langue de la personne, avec un lien qui sert une fois, d’ici sept jours.
admin-away = Suppléance et absences
admin-away-do = Nommer une personne suppléante ou ajouter une absence
admin-away-of = Suppléance et absences de { $name }
admin-away-now = Absence en cours
admin-deputy = Personne suppléante
admin-deputy-of = Assure la suppléance de
admin-deputy-about = La personne suppléante d’une personne responsable peut faire rapport pour elle en tout temps. Pour tout autre rôle, la suppléance ne vaut que pendant l’absence. Ce que fait la personne suppléante est consigné à son propre nom, avec mention de la personne qu’elle supplée.
admin-deputy-gone = { $name } est aux archives et ne peut plus assurer de suppléance. Nommez quelqu’un d’autre.
admin-no-deputy = Personne
admin-absences = Absences
admin-absences-about = Pendant ces jours, la personne suppléante agit et reçoit aussi les rappels.
admin-absence-days = Du { $from } au { $to }
admin-absence-add = Ajouter l’absence
admin-absence-cancel = Annuler l’absence : { $days }
admin-absence-cancel-do = Annuler
admin-no-absence = Aucune absence n’est prévue.
admin-rescue = Aide à l’ouverture de session
admin-rescue-about = Pour une personne qui a perdu un appareil ou reçu un autre compte de travail. Elle en est avertie par courriel, et la raison est gardée dans le journal.
admin-rescue-factor = Retirer le second facteur
admin-rescue-factor-about = Aucun code n’est plus demandé à la personne jusqu’à ce qu’elle configure un nouveau second facteur.
field-factor-reason = Pourquoi le second facteur est retiré
field-sessions-reason = Pourquoi les sessions sont fermées
admin-rescue-sessions = Fermer toutes les sessions
admin-rescue-sessions-about = Les sessions de la personne sont fermées partout, et les liens en route ne servent plus.
admin-rescue-linked = Compte de travail associé le { $date }.
admin-rescue-unlink = Dissocier le compte de travail
admin-rescue-unlink-about = Pour une personne dont le compte de travail a été remplacé. Ses sessions sont fermées, et le prochain compte de travail qui entre avec l’adresse de la personne est associé à sa place.
field-unlink-reason = Pourquoi le compte de travail est dissocié
admin-person-archive-about = La personne ne pourra plus ouvrir de session, et ses sessions ouvertes se terminent aussitôt. Ses rôles et ses fiches restent : le rétablissement ramène tout.
admin-person-restore-about = La personne ne peut pas ouvrir de session. Ses rôles et ses fiches sont conservés.
admin-owned = { $count ->
    [one] { $count } mesure en cours nomme cette personne comme responsable. Nommez d’abord quelqu’un d’autre, sinon les rappels iront aux responsables de l’organisation.
   *[other] { $count } mesures en cours nomment cette personne comme responsable. Nommez d’abord quelqu’un d’autre, sinon les rappels iront aux responsables de l’organisation.
  }
field-name = Nom
field-person-lang = Langue
field-role = Rôle
field-roles = Rôles
field-roles-hint = Ce que la personne peut faire. D’autres rôles peuvent être donnés plus tard, sur d’autres plans aussi.
field-role-plan = Où valent les rôles
field-role-plan-hint = L’administration vaut toujours pour toute l’instance; la coordination en a d’ordinaire besoin aussi.
field-plan = Plan
field-invite = Envoyer une invitation par courriel
field-invite-hint = Dans la langue de la personne, avec un lien qui sert une fois, d’ici sept jours.
field-state = État
field-deputy = Personne suppléante
field-starts-on = Premier jour d’absence
field-ends-on = Dernier jour d’absence
field-grant = Rôle actuel
role-help-administrator = Gère l’instance : personnes, organisations, paramètres, journal.
role-help-coordinator = Le secrétariat : plans, importation, réunions, vérification.
role-help-lead = Fait rapport sur les mesures de sa propre organisation et demande des prolongations.
role-help-member = Lit les plans du groupe, commente, propose des décisions.
role-help-executive = Lit les sommaires, décide des prolongations et des retraits.
role-help-reader = Lit.
person-state-active = A ouvert une session
person-state-invited = Invitation en cours
person-state-never-signed-in = N’a jamais ouvert de session
person-state-archived = Aux archives
