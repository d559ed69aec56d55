import { itKeepsItsExamples } from '../testing/it-keeps-its-examples';
import { t3Sum } from './t3-sum';

itKeepsItsExamples(t3Sum);
