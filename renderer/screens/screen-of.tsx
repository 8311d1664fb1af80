/** From the kind of screen to its component; a kind without one doesn't compile. */
import type { ReactNode } from 'react';
import type { ScreenBody, ScreenKind, ScreenView } from '#contract/screen.ts';
import { AskScreen } from './ask.tsx';
import { AttractScreen } from './attract.tsx';
import { CartScreen } from './cart.tsx';
import { CatalogueScreen } from './catalogue.tsx';
import { CheckScreen } from './check.tsx';
import { FeeScreen } from './fee.tsx';
import { GoodbyeScreen } from './goodbye.tsx';
import { HandoutScreen } from './handout.tsx';
import { IdentifyScreen } from './identify.tsx';
import { InfoScreen } from './info.tsx';
import { LookupScreen } from './lookup.tsx';
import { OutOfServiceScreen } from './out-of-service.tsx';
import { PackageScreen } from './package.tsx';
import { PlacesScreen } from './places.tsx';
import { PromiseScreen } from './promise.tsx';
import { RateScreen } from './rate.tsx';
import { ReceiptScreen } from './receipt.tsx';
import { ReviewScreen } from './review.tsx';
import { RowsScreen } from './rows.tsx';
import { ScanScreen } from './scan.tsx';
import { SearchScreen } from './search.tsx';
import { ServiceScreen } from './service.tsx';
import { ShelfScreen } from './shelf.tsx';
import { TroubleScreen } from './trouble.tsx';
import { WaitScreen } from './wait.tsx';

/** What each screen gets: the whole view, and its own shape of body. */
export interface ScreenProps<K extends ScreenKind> {
  readonly view: ScreenView;
  readonly body: Extract<ScreenBody, { kind: K }>;
}

export function ScreenOf({ view }: { readonly view: ScreenView }): ReactNode {
  const { body } = view;
  switch (body.kind) {
    case 'attract':
      return <AttractScreen view={view} body={body} />;
    case 'catalogue':
      return <CatalogueScreen view={view} body={body} />;
    case 'shelf':
      return <ShelfScreen view={view} body={body} />;
    case 'search':
      return <SearchScreen view={view} body={body} />;
    case 'service':
      return <ServiceScreen view={view} body={body} />;
    case 'package':
      return <PackageScreen view={view} body={body} />;
    case 'places':
      return <PlacesScreen view={view} body={body} />;
    case 'cart':
      return <CartScreen view={view} body={body} />;
    case 'scan':
      return <ScanScreen key={view.title} view={view} body={body} />;
    case 'lookup':
      return <LookupScreen view={view} body={body} />;
    case 'info':
      return <InfoScreen view={view} body={body} />;
    case 'identify':
      return <IdentifyScreen view={view} body={body} />;
    case 'check':
      return <CheckScreen view={view} body={body} />;
    case 'ask':
      return <AskScreen key={body.element} view={view} body={body} />;
    case 'promise':
      return <PromiseScreen view={view} body={body} />;
    case 'handout':
      return <HandoutScreen view={view} body={body} />;
    case 'rows':
      return <RowsScreen view={view} body={body} />;
    case 'review':
      return <ReviewScreen view={view} body={body} />;
    case 'fee':
      return <FeeScreen view={view} body={body} />;
    case 'wait':
      return <WaitScreen view={view} body={body} />;
    case 'receipt':
      return <ReceiptScreen view={view} body={body} />;
    case 'rate':
      return <RateScreen view={view} body={body} />;
    case 'goodbye':
      return <GoodbyeScreen view={view} body={body} />;
    case 'trouble':
      return <TroubleScreen view={view} body={body} />;
    case 'outOfService':
      return <OutOfServiceScreen view={view} body={body} />;
    default:
      return body satisfies never;
  }
}
