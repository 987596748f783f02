import { anyOf } from "../signal.ts";
import type { Telling } from "./telling.ts";

/** French. */
export const FR: Telling = {
  joint: anyOf(
    "mais",
    "(?:et|donc|car|puisque) (?:j'|je|on|nous|il|elle|ils|elles|mon|ma|mes|notre|nos|le client|peut-on|puis-je|est-ce)",
    "est-ce qu\\w*|(?:peut|puis|pouvons|pourrait|pourrions)-(?:on|je|nous)|(?:je|on|nous) (?:peux|peut|pouvons)|(?:j'|je |on |nous )(?:aimerai\\w*|voudrai\\w*|souhait\\w*)",
  ),
  teller: anyOf(
    "j|je|on|nous|il|elle|ils|elles|mon|ma|mes|notre|nos|quelqu'un|le (?:client|chef|patron|commercial)|la (?:cliente|cheffe|direction)|l'(?:equipe|agence|editeur)",
  ),
  asking: anyOf(
    "(?:peut|peux|puis|pouvons|pourrais|pourrait|pourrions|doit|faut|est|sont|a|ont|va)-(?:t-)?(?:on|je|nous|il|elle|ils|elles|ce)",
    "(?:je|j'|on|nous) ?(?:peux|peut|pouvons|puis|pourrais|pourrait|pourrions|ai le droit|a le droit)",
    "ai-je|a-t-on|avons-nous|est-ce qu\\S*|possible|faisable|autorise\\w*|permis|(?:y a|y a-t-il) moyen|moyen de",
    "comment|combien|quels?|quelles?|pourquoi|quand(?= est)|qui peut",
  ),
  asker: anyOf(
    "(?:[^\\s,.;:?!]+ ){0,9}(?:demand\\w+|savoir|voudrai\\w*|voulai\\w*|verifier|confirmer|dire|comprendre|sais pas trop|sait)(?: (?:encore|hier|souvent))? (?:si|s'il|s'ils|s'elle)",
    "(?:[^\\s,.;:?!]+ ){0,9}(?:dit|disait|pretend\\w*|affirm\\w+|assur\\w+|jur\\w+|croi\\w+|croyais|pens\\w+|lu|entendu|promis|ecrit|soutien\\w*|suppos\\w+|convaincu\\w*|montrer|prouver|demontrer|expliquer|garantir|rassurer \\S+|sure?|rappelle|parait)(?: (?:hier|encore|quelque part|(?:a|au|aux) ?\\S+(?: \\S+)?))? (?:que|qu'\\S*)",
    "(?:[^\\s,.;:?!]+ ){0,9}(?:veut|voudrait|reclame|exige|requiert|souhaite|attend|a besoin d\\S*|nous demande)",
  ),
  idle: anyOf(
    "quelqu'un (?:\\S+ ){0,2}(?:a demande|demandait|demande)|personne (?:[^\\s,.;:?!]+ ){0,3}(?:ne |n')?(?:savait|sait|se souvient|etait sur\\w*)",
    "sans (?:qu'|que )(?:on|nous|quelqu'un|personne|je) (?:\\S+ ){0,2}(?:lev|boug|remu)\\w* (?:le petit|un|le) doigt|sans lever le petit doigt",
    "pas (?:urgent|presse|tres urgent|sur|sure|certain|trop sur|grave|bete|encore au point|l'habitude|dev|developpeu\\w+)",
    "(?:rien d'urgent|rien de special|rien ne presse|aucune (?:idee|urgence)|sans (?:urgence|stress|pression|vous (?:embeter|deranger|solliciter)|deranger (?:personne|tout le monde)|embeter (?:personne|tout le monde)))",
    "(?:ne |n')?(?:sais|sait|savons|connais\\w*|comprends?|trouve|retrouve|vois|veux|veut|voulons|voudrais|aimerais)(?: vraiment| trop)? (?:pas|rien)(?: (?:trop|vraiment|encore))?(?: (?:tout casser|prendre de risque|casser|perdre|faire de betise|deranger|embeter))?",
    "sans (?:avoir a )?(?:appeler|prevenir|contacter|demander a|reveiller|attendre|mobiliser|consulter) (?:qui que ce soit|quelqu'un|personne|mon chef|l'equipe|les ops)",
    "jamais (?:fait|utilise|essaye|eu a|touche)(?: (?:ca|cela))?",
    "de nos jours|l'autre jour|un (?:autre )?jour|un de ces jours|jour j|a jour|mise a jour|tous les quatre matins|bonne (?:journee|semaine)|autre (?:chose|question)|entre autres|rien d'autre|pas de (?:panique|stress)",
    "quelqu'un (?:peut|pourrait|saurait|sait)(?: (?:me|nous))?(?: (?:confirmer|dire|expliquer|eclairer))?",
    "plus (?:tard|tot|vite|simple|rapide|serein\\w*|tranquille)|de plus|en plus|non plus|au moins|du moins|a moins que je me trompe|sauf erreur",
  ),
  coming: anyOf(
    "(?:mise en (?:prod(?:uction)?|ligne|recette)|mep|deploiement|livraison|release|demo|lancement|sortie|sprint) (?:de|du) (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?:matin|midi|soir|prochain))?",
    "(?<!d')(?:avant|pour|d'ici) (?:noel|paques|l'ete|les soldes|les fetes|le black friday|le week-?end)",
    "(?:cet apres-midi|ce soir|demain(?: (?:matin|soir|midi))?|apres-demain|aujourd'hui|ce week-?end|tout a l'heure|tantot)",
    "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:prochain|qui vient|en huit)",
    "(?:avant|d'ici|pour|jusqu'a|chaque|des) (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)",
    "(?:la semaine|le mois|l'annee|le sprint|le trimestre) (?:prochaine?|qui vient)",
    "(?:dans|d'ici) (?:une?|deux|trois|quatre|cinq|dix|vingt|quelques|\\d+) (?:minutes?|min|heures?|h|jours?|semaines?)",
    "fin (?:de (?:la )?)?(?:journee|semaine|sprint|mois)",
  ),
  recent: anyOf(
    "hier(?: (?:soir|matin|midi|apres-midi))?|avant-hier|d'hier|d'avant-hier",
    "(?:cette nuit|ce matin|ce midi|cet apres-midi|la nuit derniere|aujourd'hui|ce soir)",
    "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?:dernier|soir|matin|midi))?|le week-?end dernier|minuit|midi",
    "il y a (?:une?|deux|trois|quelques|\\d+) (?:heures?|minutes?)|il y a (?:un|deux|trois|quatre|cinq|six|[1-6]) jours?",
    "[012]?\\d ?h(?:\\d\\d)?|[012]?\\d heures",
  ),
  span: anyOf(
    "vieux|vieil|vieille\\w*|ancien\\w*|jours?|semaines?|mois|ans?|annees?|quinzaines?|date(?:nt)?|longtemps|trimestre|lurette",
    "janvier|fevrier|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|(?:en|de|debut|fin|mi|depuis) mars",
    "printemps|ete dernier|cet ete|l'ete|automne|hiver|noel|paques|(?:19|20)\\d\\d",
  ),
  part: anyOf(
    "suffi\\w*|assez|convient",
    "(?:veux|veut|voulons|voudrai\\w*|besoin) (?:que |seulement |juste |uniquement )(?:de |des |d'|le|la|les)|(?:etat|version|donnees) (?:d'avant|avant|anterieur\\w*)|telle? qu'",
    "tables?|colonnes?|(?:une|quelques|certaines) lignes?|dossiers?|partiel\\w*|en partie|une partie|moitie|certaine?s|(?:un seul|une seule|uniquement|seulement|juste) (?:le|la|les|l|un|une|deux|quelques|produits?|medias?|images|fichiers)",
    "(?:de|a) (?:ce|cet|cette) (?:moment|instant|jour|date|heure|epoque|nuit)(?:-la)?|d'alors|de l'epoque",
    "interruption\\w*|interromp\\w*|hors ligne|coupure|indisponib\\w*|(?:garder|laisser|maintenir) (?:\\S+ ){0,4}(?:ouvert\\w*|en ligne|accessible)|reste\\w* (?:ouvert\\w*|en ligne|accessible)",
    "eternellement|indefiniment|pour toujours|a vie|illimite\\w*|permanent\\w*",
  ),
  demand: anyOf(
    "(?:il|elle|ils|elles|ca|cela|copie|instantane|snapshot|sauvegarde|dump) (?:\\S+ )?(?:doit|doivent|devrait|devraient)|(?:doit|doivent|devra\\w*|faut|faudrait) (?:qu'\\S+ )?(?:inclure|contenir|couvrir|rester|durer|tenir|etre|soit|contienne|inclue|dure|reste)|y compris|inclus\\w*|hors|en incluant|avec (?:le|la|les|le) (?:code|media\\w*)",
  ),
  bare: anyOf(
    "le|la|les|l|un|une|des|du|c'est|ca|y a|il y a|besoin|envie|juste|histoire|voulais|pensais",
  ),
  beforeName: anyOf("a|vers|dans|sur|avec|via|par|depuis|en|au|chez|de|d|peut|peux|pourrait|est"),
  bearer: anyOf(
    "env\\w*|environnements?|branche|compte|utilisateur|acces|droits?|permissions?|role|abonnement|contrat|licence|projet",
  ),
  determiner: anyOf(
    "le|la|les|l|notre|nos|mon|ma|mes|ce|cet|cette|ces|un|une|leurs?|son|sa|ses|votre|tout|toute|vieux|ancien\\w*",
  ),
  lead: anyOf(
    "que|qu|dit|puisque|puisqu|car|comme|quand|mais|et|donc|depuis|si|parce|aussi|apparemment|actuellement|malheureusement|helas|alors",
  ),
  former: anyOf(
    "(?:quitt\\w+|abandonn\\w+|resili\\w+|lache\\w*|avions|avait|etions (?:en|sur|chez)|etait (?:en|sur)|sorti\\w* de|parti\\w* de|fini avec|plus (?:en|sur))(?: \\S+){0,2} (?:starter|pro)|(?:starter|pro) (?:jusqu\\S*|est (?:fini|termine)|s'est termine)",
  ),
  reason: anyOf(
    "parce qu\\w*|car|puisqu\\w*|vu qu\\w*|au cas ou|meme si|bien qu\\w*|afin|histoire|comme",
  ),
  event: anyOf(
    "(?:avant|apres|a|lors de|pendant|pour) (?:chaque|un|une|toute|nos|notre|la|le|les) ?(?:deploi|livraison|release|push|merge|build|mise|mep|patch|chang|import|sold|migr)\\w*|a chaque|chaque fois|des qu\\w*|quand (?:je|on|nous|quelqu'un)|lorsqu\\w*",
  ),
  contrary: anyOf(
    "(?:aurais|aurait|aurions|ai|avons|a) tort|interdite?s?|un probleme (?:si|de|que)|(?:seule?s?|uniquement) (?:\\S+ ){1,3}(?:peut|peuvent|a le droit|doit|doivent)|personne (?:\\S+ ){0,3}ne (?:doit|peut)|personne (?:n'a|n a) le droit|lect(?:eur|rice)s?|invitee?s?|observat\\w+|lecture seule|contribut\\w+",
  ),
  ailing: anyOf(
    "(?:ne |n')?(?:marche|fonctionne|repond|s'affiche|charge|colle|correspond|tourne)(?:nt)? (?:plus|pas)(?: (?:bien|correctement|du tout))?",
  ),
  otherDeed: anyOf(
    "utiliser|essayer|archiver|auditer|configurer|tester|modifier|migrer|importer|analyser|deboguer|debugger|installer|basculer|relancer|garder|exporter|deployer|publier|merger|patcher|copier|changer",
  ),
  gone: anyOf("supprim\\w+|effac\\w+|disparu\\w*|detruit\\w*|ferme\\w*|retire\\w*"),
  failed: anyOf(
    "echou\\w*|rate\\w*|foire\\w*|plante\\w*|casse\\w*|abime\\w*|incomplet\\w*|interromp\\w*|false|erreurs?|supprime\\w*|perdu\\w*|disparu\\w*|corromp\\w*|efface\\w*|expire\\w*|bloque\\w*|manqu\\w+",
  ),
};
