import { Stack, Title, type StackProps } from '@mantine/core';

/** A part of a page that opens by its title. */
export function Folded({ title, children, ...stack }: StackProps & { title: string }) {
  return (
    <details>
      <summary>
        <Title order={3} size="h5" display="inline">
          {title}
        </Title>
      </summary>
      <Stack gap="sm" mt="sm" {...stack}>
        {children}
      </Stack>
    </details>
  );
}
