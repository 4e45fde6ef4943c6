export default function EventsLayout({ children, drawer }: LayoutProps<"/o/[slug]/events">) {
  return (
    <>
      {children}
      {drawer}
    </>
  );
}
