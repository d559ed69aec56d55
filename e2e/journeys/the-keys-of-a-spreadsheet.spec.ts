import { storedFigures } from '../api';
import { expect, test } from '../fixtures';
import { FilingForm } from '../pages/filing-form';
import { signInAs } from '../sign-in';

const received = '一、本年新收政府信息公开申请数量，自然人';
const granted = '（一）予以公开，自然人';
const partly = '（二）部分公开（区分处理的，只计这一情形，不计其他情形），自然人';

test('a clerk types as in a spreadsheet: back and forth, over what stands there, along a row and back to its beginning', async ({
  demonstration: { address },
  newPerson,
}) => {
  const page = await newPerson();
  await signInAs(page, address, 'housing');
  const form = await FilingForm.open(page, address, '第三季度');
  await form.untilReady();
  await form.goTo('s3');
  const { keyboard } = page;
  const press = async (...keys: string[]) => {
    for (const key of keys) await keyboard.press(key);
  };

  await test.step('4, then 77, Ctrl+Z and 9 give 9', async () => {
    await form.cell(granted).focus();
    await press('4', 'Enter', 'ArrowUp', '7', '7', 'Control+z');
    await expect(form.cell(granted)).toHaveValue('4');
    await press('9');
    await expect(form.cell(granted)).toHaveValue('9');
  });
  await test.step('Ctrl+Z, Ctrl+Y, Delete', async () => {
    await press('Control+z', 'Control+y');
    await expect(form.cell(granted)).toHaveValue('9');
    await press('Control+z', 'Delete');
    await expect(form.cell(granted)).toHaveValue('');
    await press('Control+z');
    await expect(form.cell(granted)).toHaveValue('4');
  });
  await test.step('Ctrl+A and Delete empty the cell; twice Ctrl+A takes the table', async () => {
    await form.cell(received).focus();
    await press('5', 'Control+a', 'Delete');
    await expect(form.cell(received)).toHaveValue('');
    await expect(form.cell(granted)).toHaveValue('4');
    await press('Control+a', 'Control+a');
    await expect(page.getByText('已选 175 格')).toBeVisible();
    await press('Delete');
    await expect(form.cell(granted)).toHaveValue('');
    await press('Control+z');
    await expect(form.cell(granted)).toHaveValue('4');
  });
  await test.step('Tab, Tab, Enter leads to the beginning of the next row', async () => {
    await form.cell(granted).focus();
    await press('1', 'Tab', '2', 'Tab', '3', 'Enter');
    await expect(form.cell(partly)).toBeFocused();
    await expect(page.locator('input[data-cell="s3.granted.commercial_enterprise"]')).toHaveValue('2');
  });
  await test.step('Enter at the bottom stays', async () => {
    await press('Control+End');
    const last = page.locator('input[data-cell="s3.carried_out.other_org"]');
    await expect(last).toBeFocused();
    await press('6', 'Enter', '8');
    await expect(last).toBeFocused();
    await expect(last).toHaveValue('8');
  });
  await test.step('Ctrl+Enter leads beside the cell and back', async () => {
    await form.cell(partly).focus();
    await press('Control+Enter');
    await expect(page.locator('#cell-details')).toBeFocused();
    await press('Escape', '7');
    await expect(form.cell(partly)).toHaveValue('7');
  });

  await form.untilSaved();
  await expect
    .poll(async () => {
      const stored = await storedFigures(page, address, form.filingId);
      return ['granted.natural_person', 'granted.commercial_enterprise', 'partially_granted.natural_person', 'carried_out.other_org'].map(
        (id) => stored[`s3.${id}`]?.raw,
      );
    })
    .toEqual(['1', '2', '7', '8']);
});
