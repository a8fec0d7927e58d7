# Deux personnes sur une même fiche.

conflict-title = Quelqu’un d’autre a modifié ceci pendant que vous l’aviez sous les yeux
conflict-last = { $action } par { $who }, { $at }.
conflict-last-unknown = La fiche a été enregistrée après que vous avez ouvert cette page, peut-être par vous dans une autre fenêtre.
conflict-nothing-lost = Rien n’est perdu : ce que vous avez écrit est encore dans le formulaire ci-dessous. Comparez, puis choisissez.
conflict-same = Ce que vous avez écrit dit la même chose que ce qui est enregistré.
conflict-what = Ce qui diffère
conflict-theirs = Enregistré maintenant
conflict-yours = Ce que vous avez écrit
conflict-blank = Laissé vide
conflict-by = par { $who }, { $at }
conflict-keep-yours = Pour garder votre version, corrigez-la au besoin ci-dessous, puis envoyez de nouveau le formulaire.
conflict-keep-theirs = Garder ce qui est enregistré et laisser tomber ce que j’ai écrit
conflict-changed = Dernier changement
conflict-progress = L’autre mise à jour reste au dossier de toute façon. La vôtre, si vous l’envoyez, s’ajoute après elle.
conflict-draft-title = Vous avez enregistré ailleurs une autre ébauche de cette mise à jour
conflict-draft-saved = Elle a été enregistrée le { $at }, sur un autre appareil ou dans une autre fenêtre. Ce que vous avez écrit ici n’a pas été enregistré à sa place.
conflict-draft = Si vous enregistrez de nouveau l’ébauche, ce qui est ci-dessous prend la place de l’autre. Si vous envoyez la mise à jour, l’autre ébauche reste.
conflict-approve = Lisez ci-dessous le plan tel qu’il est maintenant avant de décider.
conflict-look-again = Regardez ce qu’il y a maintenant avant d’envoyer de nouveau le formulaire.
