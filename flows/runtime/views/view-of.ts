/** The whole screen for where a visit is: the sheet of its place or page, in the frame that is the same everywhere. */
import type { Language } from '#contract/language.ts';
import type { ScreenView } from '#contract/screen.ts';
import { TextScale } from '#contract/screen/intent.ts';
import type { Page } from '../../compile/page.ts';
import { handoutView } from '../handouts/handout-view.ts';
import { stepOf } from '../../compile/plan.ts';
import { mayLeave } from '../advance.ts';
import { canDo, pageOf, placeOf } from '../visit.ts';
import { askView } from './ask-view.ts';
import { attractView } from './attract-view.ts';
import { cartCorner } from './cart-button.ts';
import { cartView } from './cart-view.ts';
import { catalogueView } from './catalogue-view.ts';
import { checkView } from './check-view.ts';
import { dialogView } from './dialog-view.ts';
import { faultView } from './fault-view.ts';
import { feeView } from './fee-view.ts';
import { goodbyeView } from './goodbye-view.ts';
import { helpView } from './help-view.ts';
import { identifyView } from './identify-view.ts';
import { infoView } from './info-view.ts';
import { lookupView } from './lookup-view.ts';
import { marksOf } from './marks.ts';
import { practiseCardView, practiseEndView, practiseScanView } from './practise-views.ts';
import { packageView } from './package-view.ts';
import { placesView } from './places-view.ts';
import { progressOf } from './progress.ts';
import { printView } from './print-view.ts';
import { promiseView } from './promise-view.ts';
import { rateView } from './rate-view.ts';
import { receiptView } from './receipt-view.ts';
import { reviewView } from './review-view.ts';
import { rowsView } from './rows-view.ts';
import { runningIn, type Scene } from './scene.ts';
import { scanView } from './scan-view.ts';
import { searchView } from './search-view.ts';
import { serviceView } from './service-view.ts';
import { shelfView } from './shelf-view.ts';
import type { Look, Sheet } from './sheet.ts';
import { sourceView } from './source-view.ts';
import { spokenText } from './spoken.ts';
import { submitView } from './submit-view.ts';

function pageSheet(scene: Scene, page: Page, look: Look): Sheet {
  switch (page.kind) {
    case 'practiseCard':
      return practiseCardView(scene, page.step);
    case 'practiseScan':
      return practiseScanView(scene, page.material);
    case 'practiseEnd':
      return practiseEndView(scene);
    case 'info':
      return infoView(scene, page.step);
    case 'identify':
      return identifyView(scene, page.step, page.phase, look);
    case 'check':
      return checkView(scene, page.step);
    case 'ask':
      return askView(scene, page.step, page.element);
    case 'promise':
      return promiseView(scene, page.step, page.element, page.phase);
    case 'rows':
      return rowsView(scene, page.element);
    case 'scan':
      return scanView(scene, page.step, page.material, page.phase);
    case 'lookup': {
      const { source } = stepOf(runningIn(scene).plan, page.step, 'lookup');
      return source === 'progress' ? lookupView(scene, page.phase) : sourceView(scene, page.step, source, page.phase);
    }
    case 'print':
      return printView(scene, page.step, page.phase);
    case 'review':
      return reviewView(scene, page.step);
    case 'fee':
      return feeView(scene, page.step);
    case 'submit':
      return submitView(scene);
    case 'receipt':
      return receiptView(scene);
    case 'rate':
      return rateView(scene, page.service);
    case 'notice':
    case 'guide':
      return handoutView(scene, page.phase);
    case 'fault':
      return faultView(scene);
  }
}

function sheetOf(scene: Scene, look: Look): Sheet {
  const { content, visit } = scene;
  switch (placeOf(visit)) {
    case 'attract':
      return attractView(scene);
    case 'catalogue': {
      const { by, id } = visit.hall.context.shelf;
      return id === null ? catalogueView(scene) : shelfView(scene, by, id);
    }
    case 'search':
      return searchView(scene, visit.hall.context.query ?? '');
    case 'service': {
      const { service: id } = visit.hall.context;
      const service = id === null ? undefined : content.services.get(id);
      if (service === undefined) throw new Error('the page of no service is open');
      return serviceView(scene, service);
    }
    case 'places': {
      const { service: id } = visit.hall.context;
      return placesView(scene, id === null ? null : (content.services.get(id) ?? null));
    }
    case 'package': {
      const { package: id } = visit.hall.context;
      const group = id === null ? undefined : content.packages.get(id);
      if (group === undefined) throw new Error('the page of no package is open');
      return packageView(scene, group);
    }
    case 'cart':
      return cartView(scene);
    case 'plan':
      return pageSheet(scene, pageOf(runningIn(scene)).page, look);
    case 'goodbye':
    case 'forgetting':
      return goodbyeView(scene);
  }
}

/** Pure: the same visit and look give the same view. */
export function viewOf(scene: Scene, look: Look): ScreenView {
  const { t, say, station, visit, language, content } = scene;
  const sheet = sheetOf(scene, look);
  const marks = marksOf(scene);
  const dialog = dialogView(scene, look);
  const inPlan = placeOf(visit) === 'plan';
  const canGoBack = inPlan && canDo(runningIn(scene), 'back');
  const named = (each: Language) => ({ language: each, label: content.texts[each]['language.name'] });
  return {
    revision: look.revision,
    language,
    languages: station.languages.map(named),
    scale: visit.hall.context.scale,
    scales: TextScale.options.map((scale) => ({ scale, label: t(`scale.${scale}`) })),
    machine: station.machine,
    station: say(station.name),
    title: sheet.title,
    // A question on top is all that is heard: nothing below it can be done now.
    spoken: spokenText(
      dialog === null ? [...marks.map(({ text }) => text), sheet.title, ...sheet.spoken] : [dialog.title, dialog.text],
      language,
    ),
    progress: inPlan ? progressOf(scene) : null,
    primary: sheet.primary ?? null,
    back: sheet.back ?? (canGoBack ? { label: t('button.back'), intent: { kind: 'back' } } : null),
    leave: mayLeave(visit) ? { label: t('button.leave'), intent: { kind: 'leave' } } : null,
    cart: cartCorner(scene),
    others: [...(sheet.others ?? [])],
    notice: sheet.notice ?? null,
    marks,
    dialog,
    help: helpView(scene, sheet),
    labels: {
      language: t('label.language'),
      scale: t('label.scale'),
      erase: t('label.erase'),
      privacy: t('label.privacy'),
    },
    body: sheet.body,
  };
}
