'use client';

import { type ReactNode, useState } from 'react';
import { shownStatuses } from '@/server/domain/workflow/filing-status';
import type { LooksMessages } from '../messages/zh';
import { BindingButton } from '../ui/binding-button';
import { Breadcrumb } from '../ui/breadcrumb';
import { Button, type ButtonLook } from '../ui/button';
import { SelectField, TextArea, TextField } from '../ui/field';
import { Icon } from '../ui/icon';
import { type IconName, iconLines } from '../ui/icon-lines';
import { bodyCell, denseCell, ListTable } from '../ui/list-table';
import { Menu } from '../ui/menu';
import { Badge, Notice, type Tone } from '../ui/notice';
import { EmptyState, PageHead, Sheet } from '../ui/page';
import { Progress } from '../ui/progress';
import { Segment, SegmentLinks } from '../ui/segment';
import { Skeleton } from '../ui/skeleton';
import { StatusBadge } from '../ui/status-badge';
import { Tabs } from '../ui/tabs';
import { LooksDialog } from './looks-dialog';

const tones: readonly Tone[] = ['act', 'done', 'confirm', 'wrong', 'plain'];
const buttonLooks: readonly ButtonLook[] = ['primary', 'official', 'plain', 'danger', 'quiet'];
const ways: readonly ButtonLook[] = ['way', 'place', 'row'];
const swatches = {
  act: 'bg-act',
  done: 'bg-done',
  confirm: 'bg-confirm',
  wrong: 'bg-wrong',
  muted: 'bg-muted',
} as const;
const steps = { note: 'text-note', body: 'text-body', head: 'text-head', title: 'text-title', figure: 'text-figure' } as const;

/** Everything in `ui`, in all its states, so that who builds a page finds what there is, and who changes a part sees what it does. */
export function LooksPage({ words }: { words: LooksMessages }) {
  return (
    <>
      <Breadcrumb places={[{ words: words.parent, href: '/office' }]} />
      <PageHead title={words.title} context={words.context}>
        <Button>{words.buttonWords.plain}</Button>
        <Button look="primary">{words.buttonWords.primary}</Button>
      </PageHead>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Sheet title={words.type}>
          {(Object.keys(steps) as (keyof typeof steps)[]).map((step) => (
            <p key={step} className={steps[step]}>
              {words.typeSteps[step]} · 0123456789
            </p>
          ))}
        </Sheet>
        <Sheet title={words.colours}>
          <ul className="flex flex-col gap-2 text-body leading-6">
            {(Object.keys(swatches) as (keyof typeof swatches)[]).map((colour) => (
              <li key={colour} className="flex items-center gap-3">
                <span aria-hidden="true" className={`h-6 w-10 rounded ${swatches[colour]}`} />
                {words.colourWords[colour]}
              </li>
            ))}
          </ul>
        </Sheet>
        <Sheet title={words.icons} className="xl:col-span-2">
          <p className="pb-2 text-note text-muted">{words.iconsHint}</p>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-4 gap-y-2 text-note" lang="en">
            {(Object.keys(iconLines) as IconName[]).map((name) => (
              <li key={name} className="flex items-center gap-2">
                <Icon name={name} /> {name}
              </li>
            ))}
          </ul>
        </Sheet>
        <Sheet title={words.buttons} className="xl:col-span-2">
          {[false, true].map((isSmall) => (
            <div key={String(isSmall)} className="flex flex-wrap items-center gap-2 pb-2">
              {buttonLooks.map((look) => (
                <Button key={look} look={look} isSmall={isSmall}>
                  {words.buttonWords[look]}
                </Button>
              ))}
              <Button isSmall={isSmall}>
                <Icon name="print" />
                {isSmall ? words.small : words.buttonWords.plain}
              </Button>
              <BindingButton look="official" isSmall={isSmall}>
                <Icon name="seal" />
                {words.buttonWords.official}
              </BindingButton>
            </div>
          ))}
          <div className="flex max-w-field flex-wrap items-center gap-2 pb-2">
            {ways.map((look) => (
              <Button key={look} look={look}>
                {words.buttonWords[look]}
              </Button>
            ))}
          </div>
          <div className="flex flex-wrap items-center gap-2">
            {buttonLooks.map((look) => (
              <Button key={look} look={look} disabled>
                {words.disabled}
              </Button>
            ))}
          </div>
        </Sheet>
        <Sheet title={words.badges}>
          <Row>
            {tones.map((tone) => (
              <Badge key={tone} tone={tone}>
                {tone === 'plain' ? words.small : words.colourWords[tone]}
              </Badge>
            ))}
          </Row>
          <Row>
            {shownStatuses.map((status) => (
              <StatusBadge key={status} status={status} />
            ))}
          </Row>
        </Sheet>
        <Sheet title={words.notices}>
          <div className="flex flex-col gap-2">
            {tones.map((tone) => (
              <Notice key={tone} tone={tone} title={tone === 'plain' ? undefined : words.noticeTitle}>
                {words.notice}
              </Notice>
            ))}
          </div>
        </Sheet>
        <Choosing words={words} />
        <Sheet title={words.progress}>
          <div className="flex flex-col gap-2 pb-3">
            <Progress label={words.filled} done={0} of={154} words={words.filledNone} />
            <Progress label={words.filled} done={62} of={154} words={words.filledSome} />
            <Progress label={words.filled} done={154} of={154} words={words.filledAll} />
          </div>
          <Skeleton lines={3} />
        </Sheet>
        <Sheet title={words.fields}>
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField label={words.field} hint={words.fieldHint} defaultValue={words.fieldValue} />
            <TextField label={words.field} error={words.fieldError} defaultValue={words.fieldValue} />
            <TextField label={words.field} disabled defaultValue={words.fieldValue} />
            <SelectField label={words.kind}>
              <option>{words.kinds.department}</option>
              <option>{words.kinds.town}</option>
            </SelectField>
            <TextArea label={words.reason} rows={2} className="sm:col-span-2" />
          </div>
        </Sheet>
        <Sheet title={words.tables}>
          <div className="flex flex-col gap-4">
            <List words={words} isDense={false} />
            <List words={words} isDense />
          </div>
        </Sheet>
        <Sheet title={words.empty}>
          <EmptyState title={words.emptyTitle}>{words.emptyHint}</EmptyState>
        </Sheet>
        <Sheet title={words.dialog}>
          <LooksDialog words={words} />
        </Sheet>
      </div>
    </>
  );
}

function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-2 pb-2">{children}</div>;
}

function Choosing({ words }: { words: LooksMessages }) {
  const [chosen, setChosen] = useState<'first' | 'second' | 'third'>('second');
  const choices = (['first', 'second', 'third'] as const).map((key) => ({ key, words: words.choices[key] }));
  const acts = [
    { words: words.acts.edit, icon: 'edit', onChoose: () => {} },
    { words: words.acts.copy, icon: 'copy', onChoose: () => {} },
    { words: words.acts.help, icon: 'help', href: '/help' },
    { words: words.acts.remove, icon: 'remove', tone: 'danger', onChoose: () => {} },
  ] as const;
  return (
    <Sheet title={words.segments}>
      <div className="flex flex-col items-start gap-3">
        <Segment label={words.segmentOnPage} isLabelSeen choices={choices} chosen={chosen} onChoose={setChosen} />
        <Segment label={words.small} isLabelSeen isSmall choices={choices} chosen={chosen} onChoose={setChosen} />
        <SegmentLinks
          label={words.segmentOfPages}
          isLabelSeen
          choices={choices.map((one) => ({ ...one, href: `/office/looks?quarter=${one.key}` }))}
          chosen="first"
        />
        <div className="w-full">
          <Tabs
            label={words.tabs}
            tabs={choices.map(({ key, words: title }) => ({ name: key, title, panel: <p className="p-2 text-body">{words.tabPanel}</p> }))}
            chosen={chosen}
            onChoose={setChosen}
          />
        </div>
        <Row>
          <span className="text-note text-muted">{words.menus}</span>
          <Menu label={words.menuOf} acts={acts} />
          <Menu label={words.menuExport} words={words.menuExport} acts={acts} />
        </Row>
      </div>
    </Sheet>
  );
}

function List({ words, isDense }: { words: LooksMessages; isDense: boolean }) {
  const cell = isDense ? denseCell : bodyCell;
  const acts = [{ words: words.acts.edit, icon: 'edit', onChoose: () => {} }] as const;
  return (
    <ListTable caption={isDense ? words.tableDense : words.tablePlain} heads={Object.values(words.heads)} isDense={isDense}>
      {(['first', 'second'] as const).map((unit, at) => (
        <tr key={unit}>
          <th scope="row" className={`${cell} font-normal`}>
            {words.units[unit]}
          </th>
          <td className={cell}>
            <StatusBadge status={at === 0 ? 'approved' : 'returned'} />
          </td>
          <td className={`${cell} text-right tabular-nums`}>{83 + at * 40}</td>
          <td className={cell}>
            <Menu label={`${words.units[unit]} · ${words.menus}`} acts={acts} />
          </td>
        </tr>
      ))}
    </ListTable>
  );
}
