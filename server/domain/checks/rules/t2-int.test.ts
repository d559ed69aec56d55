import { itKeepsItsExamples } from '../testing/it-keeps-its-examples';
import { t2Int } from './t2-int';

itKeepsItsExamples(t2Int);
