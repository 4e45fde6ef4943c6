import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { CredentialForm } from "#components/connections/credential-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { ProviderMark } from "#components/ui/provider-mark.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { describeForm } from "#lib/connections/describe-form.ts";
import { findConnection } from "#lib/connections/queries.ts";
import { hasRole } from "#lib/organizations/roles.ts";
import { submitFromForm } from "./actions.ts";

type Props = PageProps<"/o/[slug]/connections/new/[provider]">;

/** The form, and the connection it renews when the address names one; null where there is no such thing. */
async function read({ params, searchParams }: Props) {
  const { slug, provider } = await params;
  const member = await requireMember(slug);
  const form = describeForm(provider);
  const { reconnect } = await searchParams;
  const renewed = typeof reconnect === "string" ? await findConnection(member, reconnect) : null;
  if (!form || renewed === undefined || (renewed && renewed.provider !== provider)) return null;

  return {
    slug,
    member,
    form,
    renewed,
    title: `${renewed ? "Reconnect" : "Connect"} ${renewed?.displayName ?? form.name}`,
  };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await read(props))?.title ?? "Not found" };
}

export default async function CredentialsPage(props: Props) {
  const { slug, member, form, renewed, title } = (await read(props)) ?? notFound();

  return (
    <>
      <PageHeader
        title={title}
        description={
          renewed
            ? `Enter the credentials of the same ${form.accountNoun.one} again. Its history stays where it is.`
            : form.gives
        }
        parent={{ href: `/o/${slug}/connections` as Route, label: "Connections" }}
        mark={<ProviderMark provider={form.id} />}
      />
      {!form.isSetUp ? (
        <Notice
          tone="warn"
          title={`${form.name} is not set up in this installation yet`}
          className="max-w-2xl"
        >
          Whoever runs it finds every step in{" "}
          <TextLink href={`/going-live/${form.id}` as Route}>Going live on {form.name}</TextLink>.
        </Notice>
      ) : hasRole(member, "admin") ? (
        <CredentialForm
          form={{ name: form.name, accountNoun: form.accountNoun, fields: form.fields }}
          isReconnect={renewed !== null}
          submit={submitFromForm.bind(null, slug, form.id, renewed?.id)}
        />
      ) : (
        <Notice tone="idle" className="max-w-2xl">
          Only owners and admins can connect accounts. Ask one of them.
        </Notice>
      )}
    </>
  );
}
