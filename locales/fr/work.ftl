# Mon travail : ce qui est demandé à la personne dont la session est ouverte.

work-title = Mon travail
work-lead = { $name }, { $count ->
    [one] une chose vous est demandée
   *[other] { $count } choses vous sont demandées
  }; rien n’est en retard.
work-lead-overdue = { $name }, { $count ->
    [one] une chose vous est demandée
   *[other] { $count } choses vous sont demandées
  }, dont { $overdue } en retard.
work-quiet = { $count ->
    [one] Une autre de vos mesures ne demande rien pour l’instant.
   *[other] { $count } autres de vos mesures ne demandent rien pour l’instant.
  }
work-summary-title = Sommaire des retards
work-summary-intro = Une page : ce qui est en retard, depuis quand, et ce qui vous est demandé.
work-drafts-title = Plans à approuver
work-draft-why = Seule la coordination voit ce plan tant que ses dates ne sont pas approuvées.
work-draft-do = Revoir et approuver
work-nothing-title = { $name }, rien ne vous est demandé aujourd’hui
work-nothing-lead = Chacune de vos mesures est à jour pour cette période et dans les temps. Dès le { $date }, une nouvelle mise à jour de chacune vous sera demandée ici. Les courriels ne portent que sur les échéances : les mesures continues ou sans date n’en font envoyer aucun.
work-nothing-coordinator = Aucune déclaration n’attend de vérification et aucune organisation sans compte n’a de nouvelles à donner. Importez un plan à suivre, ou voyez où en sont les plans.
work-nothing-reader = Vous pouvez lire tous les plans du groupe : les recommandations, ce qui a été promis, pour quand, et où on en est.
work-see-plans = Voir les plans
urgency-overdue = En retard
urgency-due-today = À échéance aujourd’hui
urgency-due-14 = À échéance d’ici deux semaines
urgency-due-30 = À échéance d’ici trente jours
urgency-later = Plus tard
asked-report-progress = Rendre compte
asked-report-progress-why = On vous demande où en est cette mesure.
asked-verify-claim = Vérifier la déclaration
asked-verify-claim-why = La personne responsable la dit terminée; quelqu’un d’autre doit le vérifier.
asked-ask-organisation = S’informer et consigner
asked-ask-organisation-why = Personne dans cette organisation n’a de compte : informez-vous et consignez la réponse.
asked-name-owner = Nommer une personne responsable
asked-name-owner-why = Personne ne répond de cette mesure : trouvez qui en est responsable.
welcome-title = Comment Suivi fonctionne pour vous
welcome-administrator = Vous inscrivez les personnes et leur donnez leurs rôles. Les plans eux-mêmes relèvent de la coordination.
welcome-coordinator = Vous importez un plan publié, corrigez ce qui en a été compris, puis l’approuvez, ce qui fige ses dates pour de bon. Suivi demande ensuite aux responsables où ils en sont; vous consignez les réponses des organisations sans compte et apportez le rapport d’étape à chaque réunion.
welcome-lead = Une fois par période, vous dites où en est chacune de vos mesures : environ une minute par mesure. Un courriel avec un lien direct vous parvient avant une échéance et lorsqu’elle est passée. Une date ne change que par une décision, et la première reste toujours visible.
welcome-member = Vous lisez les plans et le rapport d’étape de la prochaine réunion. Vous commentez les mesures et proposez des décisions, auxquelles la coordination répond.
welcome-executive = Vous lisez le sommaire des retards : une page qui dit ce qui est en retard, depuis quand, et ce qui vous est demandé. Vous décidez des prolongations demandées.
welcome-reader = Vous lisez les plans. Rien ne vous est demandé.
