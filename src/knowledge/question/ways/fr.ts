import { anyOf } from "../signal.ts";
import type { Ways } from "./ways.ts";

/** French. */
export const FR: Ways = {
  leave: anyOf(
    "(?:y a(?:[- ]t[- ]il)?|existe(?:[- ]t[- ]il)?|il y a|avons[- ]nous|on a|a[- ]t[- ]on) (?:un |une |des |quelconque )?(?:moyens?|facon|maniere|possibilite|option|methode|commande) (?:de|d'|pour)",
    "y a(?:[- ]t[- ]il)? moyen (?:de|d')|moyen (?:de|d')",
    "(?:permet|permettent|autorise|autorisent|accepte)(?:[- ]t?[- ]?(?:elle|il|on))?(?: (?:de|d'))?",
    "laisse(?:[- ]t[- ]elle)? (?:faire|prendre|creer)",
    "(?:snapshot:\\w+|db[-:]dump|magento-cloud(?: \\S+)?|cli|console) (?:\\S+ ){0,5}(?:marche|fonctionne|passe|tourne)(?:[- ]t[- ]elle|[- ]t[- ]il)?",
    "(?:marche|fonctionne)(?:[- ]t[- ](?:il|elle))?|pris(?:e|es)? en charge|(?:dispo(?:nibles?)?|une option)(?= (?:sur|pour|en|chez|avec)|\\W*$)",
    "(?:on a |avons[- ]nous |nous avons |j'ai )(?:bien )?le droit (?:de|d')|il est (?:possible|permis|autorise) (?:de|d')|en mesure (?:de|d')|est-ce (?:possible|faisable|permis) (?:de|d')",
  ),
  runner: anyOf(
    "(?:(?:notre|la|une?|le|ma|mon|nos) )?(?:pipelines?|jobs?|runners?|actions?|workflows?|etapes?|scripts?)(?: (?:de |d')?(?:jenkins|gitlab|github|bitbucket|azure devops|circle ?ci|ci(?: ?/ ?cd)?|deploiement|build|bash|shell|python|php|node))+",
    "(?:notre|la|une?|le|ma|mon|en) (?:ci(?: ?/ ?cd)?|jenkins|pipeline|makefile|workflow|ansible|playbook|gitlab ci|github actions?)",
    "(?:appel\\w+|lanc\\w+|execut\\w+) (?:la |le )?(?:cli|commande|magento-cloud|snapshot:\\w+)",
    "outil cli|en bash|une ligne de commande",
  ),
  machine: anyOf(
    "(?:dans|avec|depuis|via|par) (?:une? |notre |mon )?scripts? (?:bash|shell|python|php|node|sh)",
    "(?:avec|via) (?:une? |notre |mon |le )?(?:api |cli )?(?:token|jeton)(?: d'api| api| cli)?|(?:token|jeton) (?:d'api|api|cli)|api token",
    "(?:depuis|a partir de) (?:mon|notre|un|ma|le) (?:propre )?(?:pc|poste(?: de travail| local)?|ordi\\w*|portable|machine(?: locale)?|mac|laptop)",
    "depuis (?:chez moi|la maison|windows|linux|macos|wsl|ubuntu)",
  ),
  admin: anyOf(
    "(?:une?|notre|l'|les|nos) ?admin\\w*(?: du projet| de l'environnement)? (?:peut|peuvent|pourrait)",
    "(?:je suis|on est|nous sommes|en tant qu'|comme|etant|est) ?(?:un |une |l')?admin\\w*(?: (?:du projet|de l'environnement|projet))?",
    "(?:avec|ayant|qui a|j'ai|on a|a) (?:un |le |les |des |mon |son )?(?:role|droits?|acces|compte|profil)(?: d'| de | )(?:l')?admin\\w*(?: (?:du projet|de l'environnement|projet))?",
  ),
  mishap: anyOf(
    "apres (?:une?|le|la|l'|notre|cette|ce) ?(?:gros |mauvaise? )?(?:deploiement|deploy|import|upgrade|mise a jour|maj|migration|release|livraison|install\\w*|patch|build|merge|script|modif\\w*|test|mep|mise en prod|montee de version|requete|nettoyage)(?: \\S+)? (?:rate\\w*|foire\\w*|plante\\w*|casse\\w*|foireu\\w+|manque\\w*|echoue\\w*|defectueu\\w+|malheureu\\w+|bancale?|qui a (?:rate|foire|plante|echoue|mal tourne|tout casse))",
    "apres (?:une?|le|la|l') ?mauvaise? (?:deploiement|deploy|import|upgrade|mise a jour|maj|migration|release|livraison|manip\\w*|patch|merge|script)",
    "(?:deploiement|deploy|import|upgrade|mise a jour|maj|migration|release|livraison|patch|merge|mep) (?:a |est )?(?:rate\\w*|foire\\w*|plante\\w*|echoue\\w*|echouent|se passe mal|tourne mal|mal passe\\w*|mal tourne)",
  ),
  hours: anyOf(
    "(?:deploiement|deploy|mep|mise en (?:prod\\w*|ligne)|livraison|lancement|upgrade|migration|import|demo|bascule) (?:de |du |prevue? )?(?:ce )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)",
    "(?:en|dans|pendant|durant|hors|en dehors d\\S+) (?:la |les |des )?(?:journee|heures? (?:de bureau|ouvrees?|ouvrables|creuses?)|nuit|week-?ends?)",
    "le (?:week-?end|dimanche)|(?:pendant|durant|meme) (?:les |nos )?(?:fetes|vacances|conges|soldes|jours feries)|jour et nuit",
    "(?:une fois|quand|apres que|des que) (?:le|la|l'|notre) ?(?:deploiement|deploy|build|import|upgrade|mise a jour|migration|release|merge|tests?) (?:est |a ete |sera )?(?:fini\\w*|termine\\w*|passe\\w*|acheve\\w*)",
  ),
  unlaunched: anyOf(
    "(?:quand|si|meme si|alors que|bien que) (?:on|nous|le site|la boutique) (?:n'est|n'a|ne sommes|n'avons|est|a|soit) ?pas (?:encore )?(?:lance\\w*|en ligne|ouvert\\w*)",
    "(?:boutique|site|magasin) (?:est |n'est )?(?:encore |pas encore |toujours )?(?:fermee?|ouverte?)",
    "avant (?:meme )?(?:la |le |l'|notre |sa |son )?(?:mise en ligne|lancement|ouverture)",
    "(?:encore |toujours )?(?:en construction|en (?:phase|cours) de (?:dev\\w*|construction|creation)|en chantier)",
  ),
  tail: anyOf(
    "(?:avant|pour pouvoir|afin de pouvoir|au cas ou|pour (?:le|la) cas ou)(?! (?:that|then|toen|dess)) [^,.;:?!]+",
  ),
  saidOf: {
    "scheduled-snapshot": anyOf(
      "toutes les (?:semaines|nuits|heures)|tous les (?:jours|soirs|matins)|chaque (?:nuit|jour|semaine)|hebdomadaires?",
    ),
    "manual-snapshot": anyOf("tirer|poser|figer|securiser|capturer|complete?|demarrer|lancement"),
    restore: anyOf(
      "plus recente?|derniere?(?: en date)?|appliqu\\w+|reinitialis\\w+|remettre|propre|saine?",
    ),
    "list-snapshots": anyOf(
      "existante?s?|voir|voit|vois|voyons|consult\\w+|affich\\w+|visibles?|apparai\\w+|visualis\\w+|regard\\w+|identifiants?|ids?|retrouv\\w+",
    ),
    "database-dump": anyOf("sortir|tirer|extraire|ssh"),
    "dump-maintenance-mode": anyOf(
      "mode|pendant|durant|lors|bascul\\w+|passe|passer|met|tombe|mettre|active|coup\\w*",
    ),
    "automatic-snapshot": anyOf(
      "compris\\w*|inclu\\w*|couvert\\w*|d'origine|de base|actives?|prevu\\w*|24 ?h ?(?:/|sur) ?24|24/7|jour et nuit",
    ),
  },
};
