import { notFound } from 'next/navigation';
import { Children, Draft, Events, Everywhere, Intake, Properties, Survey } from '../views';

const VIEWS = { children: Children, draft: Draft, events: Events, everywhere: Everywhere, intake: Intake, properties: Properties, survey: Survey };

interface Given {
  params: Promise<{ view: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ params, searchParams }: Given) {
  const { view } = await params;
  if (!(view in VIEWS)) notFound();
  const View = VIEWS[view as keyof typeof VIEWS];
  return <View search={Object.keys(await searchParams).join('&')} />;
}
