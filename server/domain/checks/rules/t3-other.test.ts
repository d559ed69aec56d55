import { itKeepsItsExamples } from '../testing/it-keeps-its-examples';
import { t3Other } from './t3-other';

itKeepsItsExamples(t3Other);
