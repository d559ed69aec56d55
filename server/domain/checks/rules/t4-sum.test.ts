import { itKeepsItsExamples } from '../testing/it-keeps-its-examples';
import { t4Sum } from './t4-sum';

itKeepsItsExamples(t4Sum);
